// If this fails, what people may do has changed without anybody reading the change in docs/permissions.md.
// After a wanted change: BELLHOP_WRITE_DOCS=1 npx jest tests/architecture/permission-matrix
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { practices } from '../../shared/app';
import { hasRole, type Actor, type Role } from '../../shared/kernel';
import { lifecycleOf } from '../../shared/tickets';
import { translator } from '../../shared/strings';

const FILE = path.resolve(__dirname, '../../docs/permissions.md');
const t = translator('en');

function ticketTable(kind: 'incident' | 'request'): string {
  const { transitions } = lifecycleOf(kind);
  const rows = transitions.map((row) =>
    `| \`tickets.${row.action}\` | ${t(`action.tickets.${row.action}`)} | ${row.from.map((state) => t(`state.${state}`)).join(', ')} | ${row.to ? t(`state.${row.to}`) : 'stays'} | ${row.who.join(', ')} | ${(row.requires ?? []).join(', ')} |`,
  );
  return [`## ${t(`kind.${kind}`)}`, '', '| action | label | from | to | who | needs |', '| --- | --- | --- | --- | --- | --- |', ...rows, ''].join('\n');
}

const ROLES: readonly Role[] = ['employee', 'agent', 'approver', 'manager', 'administrator', 'auditor', 'system'];
const as = (role: Role): Actor => ({ id: 'PER0000001', name: role, roles: [role], groupIds: [], leadsGroupIds: [], actsFor: [], channel: 'api', language: 'en', zone: 'UTC' });

function registerTable(): string {
  const registers = practices.filter((practice) => practice.name !== 'tickets');
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
    'its group; `approver` is somebody whose decision is awaited now. A restricted ticket exists only for its requester, its group, its',
    'watchers and those whose decision is awaited: for everybody else every row below says no, and the ticket is not found.',
    '',
    ticketTable('incident'),
    ticketTable('request'),
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
