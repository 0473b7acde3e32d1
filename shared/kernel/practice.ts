import type { Action } from './action';
import type { AutomationFace } from './automation';
import type { Actor } from './actor';
import type { DomainEvent, Recorded } from './event';
import type { Link } from './link';
import type { RecordBase, Summary } from './record';
import type { Schema } from './schema';

export interface Timer {
  /** UTC instant, ISO 8601. */
  readonly at: string;
  /** Names an entry of the practice's `timers`. */
  readonly what: string;
}

/** The instant as a sort key of a stored list: the newest sorts first, row keys being read in ascending order. */
export const newestFirst = (instant: string): string => String(9_999_999_999_999 - Date.parse(instant)).padStart(13, '0');

/** Everything that is computed from a record and stored beside it in the same transaction. */
export interface Derived<S extends Summary = Summary> {
  readonly summary: S;
  /** Active records live in the desk view; the others only in stored lists. */
  readonly active: boolean;
  /** Stored list rows: `sort` orders ascending, ASCII without `:`. */
  readonly lists: readonly { readonly list: string; readonly sort: string }[];
  readonly timers: readonly Timer[];
  /** Service-level clocks and the like: recomputed, never folded. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export interface ViewInput<R extends RecordBase, E extends DomainEvent, Config> {
  readonly record: R;
  readonly extra: Readonly<Record<string, unknown>>;
  /** The whole history, or only the entries an action has just added. */
  readonly history: readonly Recorded<E>[];
  /** Records that links and history name, if the actor may read them. The others are not there, for this actor. */
  readonly others: ReadonlyMap<string, Summary>;
  /** Links whose other end the actor may read, with that end's summary. */
  readonly links: readonly { readonly link: Link; readonly other: Summary }[];
  readonly actor: Actor;
  readonly config: Config;
  readonly now: string;
}

/** What leaves the server: a whitelist, plus what this person may do now. */
export interface RecordView {
  readonly id: string;
  readonly practice: string;
  readonly version: number;
  /** How often it was computed anew since this version; absent: never. */
  readonly revision?: number;
  readonly can: readonly string[];
  readonly [field: string]: unknown;
}

/** A list that people and programs can page through: `GET /api/lists/<name>`. */
export interface ListDefinition<S extends Summary = Summary> {
  readonly name: string;
  /** `desk`: active records in memory, any filter and sort. `stored`: rows in storage, newest first. */
  readonly source: 'desk' | 'stored';
  readonly filters: Schema;
  /** For `desk`: sort keys by name, the first is the default. Undefined sorts last. */
  readonly sorts?: Readonly<Record<string, (summary: S) => string | number | undefined>>;
  /** For `desk`: does this summary belong to the list under these filters? `now` is an ISO instant. */
  readonly includes?: (summary: S, filter: Readonly<Record<string, unknown>>, actor: Actor, now: string) => boolean;
  /** For `stored`: the name of the stored list, or undefined when this actor may not read it. */
  readonly storedAs?: (filter: Readonly<Record<string, unknown>>, actor: Actor) => string | undefined;
}

/** What an inbox of approvals shows of a record whose decision is awaited. */
export interface AwaitedDecision {
  readonly awaitedIds: readonly string[];
  readonly excludedIds: readonly string[];
  readonly title: string;
  readonly state: string;
  readonly requesterName: string;
  readonly risk?: string;
  /** ISO instants. */
  readonly decideUntil?: string;
  readonly plannedStart?: string;
}

/** One practice of ITIL 4 as the application sees it: pure functions and tables. */
export interface Practice<
  R extends RecordBase = RecordBase,
  S extends Summary = Summary,
  E extends DomainEvent = DomainEvent,
  Config = unknown,
> {
  readonly name: string;
  readonly prefixes: readonly string[];
  // A registry holds actions of many input types; each checks its own input before it decides.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly actions: readonly Action<R, any, E, Config, any>[];
  /** The only fold of this record type. */
  readonly fold: (record: R | undefined, recorded: Recorded<E>) => R;
  /** Decides on a record and on its summary alike. */
  readonly canRead: (actor: Actor, subject: R | S) => boolean;
  /** The part of a record that permissions look at, from the record or its summary. */
  readonly subject: (subject: R | S) => unknown;
  /** `previous` is what was stored as `extra` before: clocks that are closed stay as they were (domain.md 5.2, rule 14). */
  readonly derive: (record: R, config: Config, previous?: Derived<S>['extra']) => Derived<S>;
  readonly view: (input: ViewInput<R, E, Config>) => Readonly<Record<string, unknown>>;
  /** One list row as it leaves the server: a new object, or the summary itself; absent: the summary as it is. `now` is an ISO instant. */
  readonly row?: (summary: S, actor: Actor, config: Config, now: string) => object;
  readonly lists: readonly ListDefinition<S>[];
  /** What happens when a timer is due. */
  readonly timers?: Readonly<Record<string, { readonly action: string; readonly input: Readonly<Record<string, unknown>> }>>;
  /** Events that a machine notes down and that change nothing people work on: they make nobody's form stale. */
  readonly isQuiet?: (event: E) => boolean;
  /** Its texts are written for many to read, with care, and stay as they are: a secret in one is there on purpose. */
  readonly keepsWords?: true;
  /** The form that the `answers` of an input belong to, for what was asked there tells what an answer is; undefined where there is none. */
  readonly formOf?: (record: R | undefined, input: Readonly<Record<string, unknown>>, config: Config) => Schema | undefined;
  /** Whether its events are announced through the outbox. */
  readonly announces: boolean;
  /** The decision that a record waits for; undefined when it waits for none. Absent: nothing of this practice is decided about. */
  readonly awaits?: (summary: S) => AwaitedDecision | undefined;
  /** What rules may look at and do; absent: rules know nothing of this practice. */
  readonly automation?: AutomationFace<R, E, Config>;
  /** Words for the search index; absent: not searched. */
  readonly searchText?: (summary: S) => { readonly title: string; readonly text: string };
}
