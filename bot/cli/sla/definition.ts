import { draftId, type App, type Drafts, type ProposedEntry } from '../../../shared/app';
import { RECORD_ID } from '../../../shared/kernel';
import { CliError } from '../cli-error';
import { readJsonFile } from '../read-json';

type Values = Readonly<Record<string, unknown>>;
type FindId = (name: string) => string | undefined;

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Agreements and calendars of a definition file. Calendars and groups may be named instead of numbered, those of the same
 * file too; everything else is checked where it would be saved.
 */
export async function readDefinition(file: string, { desk }: Pick<App, 'desk'>): Promise<Drafts> {
  const json = await readJsonFile(file);
  if (!isObject(json)) throw new CliError('cli.sla.badDefinition', { file, field: 'agreements' }, 2);
  const unknown = Object.keys(json).find((name) => name !== 'agreements' && name !== 'calendars');
  if (unknown !== undefined) throw new CliError('cli.sla.unknownEntry', { file, field: unknown }, 2);
  const read = (field: keyof Drafts): readonly ProposedEntry[] => {
    const entries = json[field] ?? [];
    if (!Array.isArray(entries) || !entries.every(isObject)) throw new CliError('cli.sla.badDefinition', { file, field }, 2);
    return entries;
  };
  const calendars = read('calendars');
  const { directory } = desk;
  const calendarId = finder([...[...directory.calendars()].map(({ id, name }) => [name, id] as const), ...calendars.map(({ name, id }, index) => [String(name), id ?? draftId('calendars', index)] as const)]);
  const groupId = finder([...directory.groups()].map(({ id, name }) => [name, id] as const));
  return {
    calendars: calendars.map((calendar) => renamed(calendar, 'memberIds', calendarId)),
    agreements: read('agreements').map((agreement) => renamed(renamed(agreement, 'calendarId', calendarId), 'groupId', groupId)),
  };
}

/** Later names win: the file's own calendars before those that are there. */
function finder(entries: readonly (readonly [name: string, id: string])[]): FindId {
  const ids = new Map(entries.map(([name, id]) => [name.toLowerCase(), id]));
  return (name) => (RECORD_ID.test(name) ? name : ids.get(name.toLowerCase()));
}

/** A field with ids in place of names; a name that nobody has stays, to be refused with the others. */
function renamed<T extends Values>(entry: T, field: string, find: FindId): T {
  const value = entry[field];
  const idOf = (name: unknown): unknown => (typeof name === 'string' ? (find(name) ?? name) : name);
  return value === undefined ? entry : { ...entry, [field]: Array.isArray(value) ? value.map(idOf) : idOf(value) };
}
