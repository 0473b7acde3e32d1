import type { Action, DecideContext } from './action';
import type { Actor } from './actor';
import type { Recorded } from './event';
import type { ListDefinition, Practice } from './practice';
import type { RecordBase, Summary } from './record';
import { refuse, type FieldProblem } from './refusal';
import { changesNothing } from './equal';
import { multiChoice, text, yesNo, type InputOf, type Schema } from './schema';

/** A record that is mostly data: a person, a group, a category, a calendar, an article. */
export type RegisterRecord<S extends Schema> = RecordBase & InputOf<S> & { readonly retired: boolean };
export type RegisterSummary<S extends Schema> = Summary & RegisterRecord<S>;

export type RegisterEvent =
  | { readonly type: 'EntryAdded'; readonly values: Readonly<Record<string, unknown>> }
  | { readonly type: 'EntryChanged'; readonly changes: Readonly<Record<string, unknown>>; readonly clear?: readonly string[] }
  | { readonly type: 'EntryRetired' }
  | { readonly type: 'EntryRestored' };

export interface RegisterOptions<S extends Schema> {
  readonly practice: string;
  readonly prefix: string;
  readonly schema: S;
  readonly canRead: (actor: Actor, entry: RegisterRecord<S>) => boolean;
  /** `entry` is absent while it is being added. */
  readonly canEdit: (actor: Actor, entry?: RegisterRecord<S>) => boolean;
  /** Checks the entry as it would be: the shape of structured values, and what belongs together. The schema checks the rest. */
  readonly check?: (values: Readonly<Record<string, unknown>>, context: DecideContext<unknown>) => readonly FieldProblem[];
  /** Fills in what the input leaves to its author. */
  readonly complete?: (values: Readonly<Record<string, unknown>>, context: DecideContext<unknown>) => Readonly<Record<string, unknown>>;
  /** What an entry takes in the change calendar must be seen by whoever plans next. */
  readonly takesPlace?: boolean;
  /** How lists order entries. */
  readonly sortKey: (entry: RegisterRecord<S>) => string;
  /** What lists can be narrowed by, beside `retired` and words, and how. */
  readonly filters?: Schema;
  readonly matches?: (entry: RegisterRecord<S>, filter: Readonly<Record<string, unknown>>, actor: Actor) => boolean;
  /** What a reader gets of an entry; absent: all of it. */
  readonly present?: (entry: RegisterRecord<S>, actor: Actor) => object;
  readonly searchText?: (entry: RegisterSummary<S>) => { readonly title: string; readonly text: string };
}

const optional = <S extends Schema>(schema: S): Schema =>
  Object.fromEntries(Object.entries(schema).map(([name, field]) => [name, { ...field, required: false }]));

/** Fields that may be emptied: a change names them in `clear`. */
const clearable = <S extends Schema>(schema: S) =>
  multiChoice({
    label: 'field.clear',
    options: Object.entries(schema).filter(([, field]) => !field.required).map(([value, { label }]) => ({ value, label })),
  });

/** The entry as it is after a change. */
function changedEntry<T extends object>(entry: T, changes: object, clear: readonly string[] = []): T {
  return Object.fromEntries(Object.entries({ ...entry, ...changes }).filter(([name]) => !clear.includes(name))) as T;
}

function foldRegister<S extends Schema>(
  entry: RegisterRecord<S> | undefined,
  { event, seq, at, recordId }: Recorded<RegisterEvent>,
): RegisterRecord<S> {
  if (event.type === 'EntryAdded') {
    return { ...event.values, id: recordId, version: seq, createdAt: at, updatedAt: at, retired: false } as RegisterRecord<S>;
  }
  if (!entry) throw new Error(`history of ${recordId} does not start with EntryAdded`);
  const base = { ...entry, version: seq, updatedAt: at };
  if (event.type === 'EntryChanged') return changedEntry(base, event.changes, event.clear);
  return { ...base, retired: event.type === 'EntryRetired' };
}

/** Does an entry have all these words in its number, or in what it is found by? */
function hasWords<S extends Schema>({ searchText, sortKey }: RegisterOptions<S>, entry: RegisterSummary<S>, q: unknown): boolean {
  if (typeof q !== 'string') return true;
  const found = searchText?.(entry);
  const { name } = entry as { readonly name?: unknown };
  const haystack = `${entry.id} ${String(name ?? sortKey(entry))} ${found?.title ?? ''} ${found?.text ?? ''}`.toLowerCase();
  return q.toLowerCase().split(/\s+/).every((word) => haystack.includes(word));
}

/** One mechanism for all registers: `add`, `change`, `retire`, `restore`, a list, and the whole entry in the desk view. */
export function defineRegister<const S extends Schema>(
  options: RegisterOptions<S>,
): Practice<RegisterRecord<S>, RegisterSummary<S>, RegisterEvent> {
  type Entry = RegisterRecord<S>;
  const { practice, canEdit, present = (entry: Entry) => entry } = options;
  const checked = (values: Readonly<Record<string, unknown>>, context: DecideContext<unknown>) => {
    const problems = options.check?.(values, context) ?? [];
    return problems.length > 0 ? refuse('kernel.invalidInput', undefined, problems) : undefined;
  };
  const fence = options.takesPlace ? { fence: 'calendar' as const } : {};
  const base = { repeat: 'check' as const, ...fence, can: (actor: Actor, entry?: Entry) => canEdit(actor, entry) };
  const decided = (event: RegisterEvent) => ({ events: [event], ...(options.takesPlace && { takesPlace: true }) });
  const actions: Action<Entry, Entry, RegisterEvent, unknown, Schema>[] = [
    {
      ...base,
      name: `${practice}.add`,
      schema: options.schema,
      creates: () => options.prefix,
      decide: (_entry, input, context) => {
        const values = options.complete?.(input, context) ?? input;
        return checked(values, context) ?? decided({ type: 'EntryAdded', values });
      },
    },
    {
      ...base,
      name: `${practice}.change`,
      schema: { ...optional(options.schema), clear: clearable(options.schema) },
      can: (actor, entry) => entry?.retired === false && canEdit(actor, entry),
      decide: (entry, { clear, ...changes }, context) => {
        const emptied = ((clear ?? []) as readonly string[]).filter((name) => entry && name in entry);
        if (changesNothing(changes, entry) && emptied.length === 0) return refuse('kernel.nothingChanged');
        return (
          checked(changedEntry({ ...entry }, changes, emptied), context) ??
          decided({ type: 'EntryChanged', changes, ...(emptied.length > 0 && { clear: emptied }) })
        );
      },
    },
    {
      ...base,
      name: `${practice}.retire`,
      schema: { reason: text({ label: 'field.reason' }) },
      can: (actor, entry) => entry?.retired === false && canEdit(actor, entry),
      decide: () => decided({ type: 'EntryRetired' }),
    },
    {
      ...base,
      name: `${practice}.restore`,
      schema: {},
      can: (actor, entry) => entry?.retired === true && canEdit(actor, entry),
      // What it depends on may be gone by now, or taken by another entry.
      decide: (entry, _input, context) => checked({ ...entry }, context) ?? decided({ type: 'EntryRestored' }),
    },
  ];
  const list: ListDefinition<RegisterSummary<S>> = {
    name: practice,
    source: 'desk',
    filters: { retired: yesNo({ label: 'field.retired' }), q: text({ label: 'filter.entry', max: 100 }), ...options.filters },
    sorts: { name: options.sortKey },
    includes: (entry, filter, actor) =>
      entry.retired === (filter.retired ?? false) && hasWords(options, entry, filter.q) && (options.matches?.(entry, filter, actor) ?? true),
  };
  return {
    name: practice,
    prefixes: [options.prefix],
    actions,
    fold: foldRegister,
    subject: (entry) => entry,
    canRead: options.canRead,
    derive: (entry) => ({ summary: { ...entry, practice }, active: true, lists: [], timers: [] }),
    view: ({ record, actor }) => ({ ...present(record, actor) }),
    row: (summary, actor) => ({ ...present(summary, actor), id: summary.id, practice, version: summary.version }),
    lists: [list],
    keepsWords: true,
    announces: false,
    ...(options.searchText && { searchText: options.searchText }),
  };
}

