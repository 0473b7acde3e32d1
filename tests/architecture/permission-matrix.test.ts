// If this fails, what people may do has changed without anybody reading the change in docs/permissions.md.
// After a wanted change: BELLHOP_WRITE_DOCS=1 npx jest tests/architecture/permission-matrix
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { practices } from '../../shared/app';
import { CHANGE_LIFECYCLE } from '../../shared/changes';
import { TEMPLATE_LIFECYCLE } from '../../shared/change-templates';
import { EXCEPTION_LIFECYCLE } from '../../shared/freeze-exceptions';
import { HANDOVER_LIFECYCLE } from '../../shared/handovers';
import { hasRole, type Actor, type Lifecycle, type Role } from '../../shared/kernel';
import { MEETING_LIFECYCLE } from '../../shared/meetings';
import { lifecycleOf } from '../../shared/tickets';
import { translator } from '../../shared/strings';

const FILE = path.resolve(__dirname, '../../docs/permissions.md');
const t = translator('en');

const LIFECYCLES: readonly { readonly title: string; readonly practice: string; readonly lifecycle: Lifecycle<string, string> }[] = [
  { title: t('kind.incident'), practice: 'tickets', lifecycle: lifecycleOf('incident') },
  { title: t('kind.request'), practice: 'tickets', lifecycle: lifecycleOf('request') },
  { title: 'Change', practice: 'changes', lifecycle: CHANGE_LIFECYCLE },
  { title: 'Template of a standard change', practice: 'changeTemplates', lifecycle: TEMPLATE_LIFECYCLE },
  { title: 'Exception from a freeze', practice: 'freezeExceptions', lifecycle: EXCEPTION_LIFECYCLE },
  { title: 'Meeting of a board', practice: 'meetings', lifecycle: MEETING_LIFECYCLE },
  { title: 'Handover at the end of a shift', practice: 'handovers', lifecycle: HANDOVER_LIFECYCLE },
];

function lifecycleTable({ title, practice, lifecycle }: (typeof LIFECYCLES)[number]): string {
  const rows = lifecycle.transitions.map((row) =>
    `| \`${practice}.${row.action}\` | ${t(`action.${practice}.${row.action}`)} | ${row.from.map((state) => t(`state.${state}`)).join(', ')} | ${row.to ? t(`state.${row.to}`) : 'stays'} | ${row.who.join(', ')} | ${(row.requires ?? []).join(', ')} |`,
  );
  return [`## ${title}`, '', '| action | label | from | to | who | needs |', '| --- | --- | --- | --- | --- | --- |', ...rows, ''].join('\n');
}

const ROLES: readonly Role[] = ['employee', 'agent', 'approver', 'manager', 'changeManager', 'administrator', 'auditor', 'system'];
const as = (role: Role): Actor => ({ id: 'PER0000001', name: role, roles: [role], groupIds: [], leadsGroupIds: [], actsFor: [], channel: 'api', language: 'en', zone: 'UTC' });

function registerTable(): string {
  const registers = practices.filter(({ name }) => !LIFECYCLES.some(({ practice }) => practice === name));
  const rows = registers.flatMap((practice) =>
    practice.actions.map((action) => {
      const live = ROLES.filter((role) => action.can(as(role), action.creates ? undefined : { retired: false }));
      const retired = ROLES.filter((role) => action.can(as(role), { retired: true }));
      const allowed = new Set([...live, ...(action.creates ? [] : retired)]);
      return `| \`${action.name}\` | ${ROLES.map((role) => (allowed.has(role) ? 'yes' : '')).join(' | ')} |`;
    }),
  );
  return ['## Organization and configuration', '', `| action | ${ROLES.join(' | ')} |`, `| --- |${' --- |'.repeat(ROLES.length)}`, ...rows, ''].join('\n');
}

function page(): string {
  return [
    '# Who may do what',
    '',
    'Made from the registry and the lifecycle tables; a test keeps it equal to the code. `requester` is the person it is for or who',
    'reported it; `agent` works in the group of the ticket (any agent while it has none); `anyAgent` works in any group; `lead` leads',
    'its group, `anyLead` any group; `approver` is somebody whose decision is awaited now. A restricted ticket exists only for its requester, its group, its',
    'watchers and those whose decision is awaited: for everybody else every row below says no, and the ticket is not found.',
    '',
    '`author` wrote, proposed or owns a template, `owner` owns it; `voter` has a vote that stands; `implementer` does the change, `group` works',
    'in its group; `chair` chairs the board; `giver` is on the shift that ends, `receiver` on the one that comes. Whoever is excluded from an approval is never its `approver`, whoever they stand in for.',
    '',
    ...LIFECYCLES.map(lifecycleTable),
    registerTable(),
  ].join('\n');
}

it('is the reviewed page', () => {
  if (process.env.BELLHOP_WRITE_DOCS) writeFileSync(FILE, page());
  expect(readFileSync(FILE, 'utf8')).toBe(page());
});

it('lets nobody but administrators and the system change the organization', () => {
  for (const practice of practices.filter(({ name }) => ['people', 'groups', 'categories', 'settings', 'agreements', 'calendars'].includes(name))) {
    for (const action of practice.actions) {
      const allowed = ROLES.map(as).filter((actor) => action.can(actor, action.creates ? undefined : { retired: false }));
      expect({ action: action.name, outsiders: allowed.filter((actor) => !hasRole(actor, 'administrator', 'system')).map(({ name }) => name) }).toEqual({ action: action.name, outsiders: [] });
    }
  }
});
