import type { ConditionFields } from './condition';
import type { DomainEvent, Recorded } from './event';
import type { RecordBase } from './record';
import type { Label, Option } from './schema';

/** How a fact is compared and picked; `words` are words and short phrases of a text. */
export type FactKind = 'choice' | 'yesNo' | 'number' | 'text' | 'words' | 'group' | 'category' | 'person' | 'offering';

/** Something that conditions of rules may look at. */
export interface Fact {
  readonly name: string;
  readonly label: Label;
  readonly kind: FactKind;
  readonly options?: readonly Option[];
  /** Facts of an event are there only while a rule looks at one; rules about time know those of the record alone. */
  readonly of: 'record' | 'event';
}

/** What a rule can wait for: an event, or only those of them with such facts. */
export interface Trigger {
  readonly name: string;
  readonly type: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** What an action does, as far as it can be known before: what finds circles and contradictions between rules. */
export interface Effect {
  /** Types of the events it may cause. */
  readonly causes: readonly string[];
  /** Facts that it may change. */
  readonly changes: readonly string[];
  /** Facts as they are afterwards, as far as the input says. */
  readonly after?: (input: Readonly<Record<string, unknown>>) => ConditionFields;
  /** Done again with the same input it is refused: it cannot go round in a circle with itself. */
  readonly settles?: true;
}

/** The part of automation that the browser needs too: what rules can be built from. */
export interface AutomationWords {
  readonly facts: readonly Fact[];
  readonly triggers: readonly Trigger[];
  /** By the verb of the action. */
  readonly effects: Readonly<Record<string, Effect>>;
  /** Names that texts may have in double braces: `requester.firstName`. */
  readonly placeholders: readonly string[];
}

/** What rules may look at and do in one practice. Pure, like everything else of a practice. */
export interface AutomationFace<R extends RecordBase = RecordBase, E extends DomainEvent = DomainEvent, Config = unknown> extends AutomationWords {
  /** Verbs that the lifecycle leaves to the system. */
  readonly verbs: ReadonlySet<string>;
  factsOf(record: R, config: Config): ConditionFields;
  eventFactsOf(recorded: Recorded<E>): ConditionFields;
  /** What `words` look at. */
  textOf(record: R): string;
  /** What `eventWords` look at. */
  eventTextOf(event: E): string;
  placeholderValues(record: R, config: Config): Readonly<Record<string, string>>;
  /**
   * What a webhook that was called is told of the record, `then` as it was right after the call and `now` as it is: nothing that is
   * only for those who handle it.
   */
  messageOf(called: E, then: R, now: R): Readonly<Record<string, unknown>>;
  /** Still worked on: rules with a schedule look at these alone. */
  isActive(record: R): boolean;
}

/** The rule that acts in somebody's stead, as history names it. */
export interface RuleMark {
  readonly id: string;
  /** The name as it was then. */
  readonly name: string;
  /** How many rules stand between what a person did and this: 1 for what follows from it directly. */
  readonly depth: number;
  /** A step of a workflow: it happened in the same write as what led to it. */
  readonly isStep?: true;
}
