import type { Channel, Role } from './actor';
import type { RuleMark } from './automation';

/** Every event has a past-tense type; the rest is its payload. */
export interface DomainEvent {
  readonly type: string;
}

/**
 * One entry of a record's history: what happened, when, by whom, through which surface (domain.md 3, rule R4).
 * `seq` starts at 1 and has no gaps.
 */
export interface Recorded<E extends DomainEvent = DomainEvent> {
  readonly recordId: string;
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  /** The name as it was then: people leave, history stays readable. */
  readonly byName: string;
  readonly role: Role;
  readonly channel: Channel;
  /** The action that caused it, e.g. `tickets.resolve`. */
  readonly action: string;
  readonly event: E;
  /** On the first event of a record that was written later than it happened: when that was. */
  readonly writtenAt?: string;
  /** The rule that did it. */
  readonly rule?: RuleMark;
  /** Once it is stored: proves that it is what was written, after all events before it. */
  readonly seal?: string;
  /** The integration key with which a program did it in the name of its person. */
  readonly key?: string;
}
