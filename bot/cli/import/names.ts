import { createHash } from 'node:crypto';
import type { App } from '../../../shared/app';
import type { LogMapping, Lookups } from '../../../shared/import';
import { systemActor } from '../../../shared/kernel';
import { CliError } from '../cli-error';

/** What became of the log's group names. */
export interface NewGroups {
  readonly added: number;
  readonly found: number;
}

/** Mail addresses of the mapping that nobody here has. */
export function unknownPeople(app: Pick<App, 'desk'>, mapping: LogMapping): readonly string[] {
  const known = peopleByMail(app);
  return [...new Set([...Object.values(mapping.people), ...mapping.groupMembers])].filter((mail) => !known.has(mail.toLowerCase()));
}

/** Names of the log that no group here has yet. */
export function newGroupNames(app: Pick<App, 'desk'>, mapping: LogMapping, names: Iterable<string>): readonly string[] {
  const known = groupsByName(app);
  return [...new Set([...names].map((name) => groupNameHere(mapping, name)))].filter((name) => !known.has(name.toLowerCase()));
}

/** Finds people by the mapping's mail addresses and groups by name; groups that are not there yet are added once. */
export async function createLookups(
  app: Pick<App, 'desk' | 'perform'>,
  mapping: LogMapping,
  groupNames: ReadonlySet<string>,
): Promise<{ readonly lookups: Lookups; readonly groups: NewGroups }> {
  const byMail = peopleByMail(app);
  const people = new Map(Object.entries(mapping.people).map(([name, mail]) => [name, byMail.get(mail.toLowerCase())]));
  const members = mapping.groupMembers.map((mail) => byMail.get(mail.toLowerCase())).filter((id) => id !== undefined);
  const known = groupsByName(app);
  const groups = new Map<string, string>();
  let added = 0;
  for (const name of [...groupNames].sort((left, right) => left.localeCompare(right, 'en', { numeric: true }))) {
    const here = groupNameHere(mapping, name);
    let id = known.get(here.toLowerCase());
    if (id === undefined) {
      id = await addGroup(app, mapping.source, here, members);
      known.set(here.toLowerCase(), id);
      added += 1;
    }
    groups.set(name, id);
  }
  const lookups: Lookups = { group: (name) => groups.get(name), person: (name) => people.get(name) };
  return { lookups, groups: { added, found: groups.size - added } };
}

const groupNameHere = (mapping: LogMapping, name: string): string => (Object.hasOwn(mapping.groups, name) ? (mapping.groups[name] as string) : name);

function groupsByName({ desk }: Pick<App, 'desk'>): Map<string, string> {
  return new Map([...desk.directory.groups()].map((group) => [group.name.toLowerCase(), group.id]));
}

function peopleByMail({ desk }: Pick<App, 'desk'>): ReadonlyMap<string, string> {
  return new Map([...desk.directory.people()].map((person) => [person.mail.toLowerCase(), person.id]));
}

/** The key makes it one group, whoever imports at the same time, and finds it again when it has been renamed. */
async function addGroup(app: Pick<App, 'perform'>, source: string, name: string, memberIds: readonly string[]): Promise<string> {
  const performed = await app.perform({
    action: 'groups.add',
    input: { name, purpose: source, ...(memberIds.length > 0 && { memberIds }) },
    actor: systemActor('import'),
    idempotencyKey: createHash('sha256').update(JSON.stringify(['group', source, name])).digest('hex'),
  });
  if ('refused' in performed) throw new CliError('cli.import.groupRefused', { group: name, code: performed.refused.code });
  return performed.record.id;
}
