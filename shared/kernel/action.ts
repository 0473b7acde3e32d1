import type { Actor } from './actor';
import type { DomainEvent } from './event';
import type { Link, LinkChange } from './link';
import type { Refused } from './refusal';
import type { InputOf, Schema } from './schema';
import type { RecordBase, Summary } from './record';

/** A file that was uploaded before the action that attaches it. */
export interface FileMeta {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
}

/** A secret, and the hash by which it is known again: only the hash may be kept. */
export interface NewSecret {
  readonly secret: string;
  readonly hash: string;
}

/** Everything a decision may look at besides record and input. Loaded beforehand; a decision does no I/O. */
export interface DecideContext<Config> {
  readonly actor: Actor;
  /** UTC instant, ISO 8601. */
  readonly now: string;
  /** Organisation, catalogue and settings as they are now. */
  readonly config: Config;
  /** The files named by the input's `files` fields, which the actor uploaded. */
  readonly files: readonly FileMeta[];
  /** Summaries of the records named by the input's `record` fields, if the actor may read them. */
  readonly others: ReadonlyMap<string, Summary>;
  /** The links the record has now. */
  readonly links: readonly Link[];
  /** What was computed from the record and stored beside it, such as its clocks. */
  readonly extra: Readonly<Record<string, unknown>>;
  /** For actions with a fence: when each turn was used last (`Decided.usesTurn`), ISO instants. */
  readonly turns: Readonly<Record<string, string>>;
  /** A text that nobody can guess: for one-time tokens. */
  readonly newToken: () => string;
  /** A secret that programs sign in with, for the key of this id, and what is kept of it. Absent where nothing is decided for good. */
  readonly newSecret?: (keyId: string) => NewSecret;
  /** The number that a new record gets; absent while it is not certain that there will be one. */
  readonly newId?: string;
}

export interface Decided<E extends DomainEvent> {
  readonly events: readonly E[];
  readonly links?: readonly LinkChange[];
  /** What was decided takes a place in the change calendar: nobody else may have taken one unseen since (see `Action.fence`). */
  readonly takesPlace?: boolean;
  /** Whose turn it was; the fence remembers when, for whoever decides next. */
  readonly usesTurn?: string;
  /** Events that happened by themselves in consequence, and in whose name; the others are those of the actor. */
  readonly inTheNameOf?: ReadonlyMap<E, Actor>;
  /** Something in it names the record by its number: decided again when the new record has one. */
  readonly needsId?: true;
  /** Given to whoever acts, beside the record and never again: it is in no event. */
  readonly secret?: string;
}

/**
 * One verb of one practice on every surface: card verb, API path, message-extension command, automation action and audit
 * name are all `name` (architecture.md, promise 1).
 *
 * `Subject` is the part of a record that a permission looks at; list summaries have it too, so that lists carry `can`.
 */
export interface Action<
  R extends RecordBase = RecordBase,
  Subject = unknown,
  E extends DomainEvent = DomainEvent,
  Config = unknown,
  S extends Schema = Schema,
> {
  /** `practice.verbNoun`, e.g. `tickets.putOnHold`. */
  readonly name: string;
  readonly schema: S;
  /** `safe`: retried by itself after a lost race. `check`: the caller must have seen the current version. */
  readonly repeat: 'safe' | 'check';
  /** Present on actions that make a record: the id prefix for this input. */
  readonly creates?: (input: InputOf<S>) => string;
  /**
   * `calendar`: the decision looks at what others have in the change calendar; `assignment`: at what others were given to do. It
   * sees all of it, and a decision that takes a place there (`takesPlace`) is decided again when somebody else was faster.
   */
  readonly fence?: 'calendar' | 'assignment';
  /** Refusals of this action are written down for auditors: somebody tried to decide what was not theirs to decide. */
  readonly isAudited?: boolean;
  /** No integration key allows it (see also `isAudited`): nobody decides, lets others decide, or makes keys through a program. */
  readonly notForPrograms?: true;
  /** Internal to jobs and imports: not offered on cards, tab or API. */
  readonly internal?: boolean;
  readonly can: (actor: Actor, subject: Subject | undefined) => boolean;
  readonly decide: (record: R | undefined, input: InputOf<S>, context: DecideContext<Config>) => Decided<E> | Refused;
}
