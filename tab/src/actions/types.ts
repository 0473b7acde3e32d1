import type { RecordView, Schema } from '../../../shared/kernel';
import type { Session } from '../lib/session';
import type { FieldHints, Values } from '../parts/schema-form/types';

/** What an action is performed on: a record or a row of a list, as last seen. */
export interface ActedOn {
  readonly id: string;
  readonly version: number;
  readonly can: readonly string[];
  readonly title?: string;
}

export interface TimelineLine {
  readonly seq: number;
  readonly at: string;
  readonly line: string;
  readonly text?: string;
}

/** A record whose history can be shown to somebody who was too slow. */
export type TimelineRecord = RecordView & { readonly title?: string; readonly timeline?: readonly TimelineLine[] };

export interface Undo {
  readonly action: string;
  readonly input: Values;
}

/** What a practice adds to the schemas of its actions. */
export interface PracticeForms {
  /** Action -> what it asks for. A test compares them with the registry. */
  readonly schemas: Readonly<Record<string, Schema>>;
  /** Actions whose form starts from more than a row of a list holds. */
  readonly needsRecord: ReadonlySet<string>;
  /** What a form starts with: the record as it is, and what is meant most often. */
  initialValues(action: string, record: ActedOn | undefined, session: Session): Values;
  /** What the schema cannot know. */
  hints(action: string, record: ActedOn | undefined, values: Values, session: Session): Readonly<Record<string, FieldHints>>;
  /** What else changes with an answer. */
  afterChange?(action: string, before: Values, after: Values): Values;
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** What is sent: nothing empty. */
export function filled(values: Values): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => !isEmpty(value)));
}

export const practiceOf = (action: string): string => action.split('.')[0] ?? '';
