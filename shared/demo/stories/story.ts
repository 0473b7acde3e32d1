import type { Language } from '../../kernel';
import type { HoldReason, Priority, Reach, ResolutionCode, WorkEffect } from '../../tickets/ticket-schema';
import type { Site } from '../company';

/** What happens between the first look at a ticket and its resolution. Texts may have slots such as `{me}`. */
export type Beat =
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'add'; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  /** A hold; for the requester it ends with their answer, otherwise when the assignee resumes. */
  | { readonly kind: 'hold'; readonly reason: HoldReason; readonly fields: Readonly<Record<string, string>>; readonly answer?: string };

/** The assignee writes to the requester. */
export const say = (text: string): Beat => ({ kind: 'say', text });
/** The requester adds something without being asked. */
export const add = (text: string): Beat => ({ kind: 'add', text });
export const note = (text: string): Beat => ({ kind: 'note', text });
export const ask = (comment: string, answer: string): Beat => ({ kind: 'hold', reason: 'requester', fields: { comment }, answer });
export const vendor = (supplier: string, reference: string): Beat => ({ kind: 'hold', reason: 'vendor', fields: { supplier, reference } });
export const waitForChange = (reference: string): Beat => ({ kind: 'hold', reason: 'change', fields: { reference } });
export const waitForProblem = (reference: string): Beat => ({ kind: 'hold', reason: 'problem', fields: { reference } });
export const wait = (why: string): Beat => ({ kind: 'hold', reason: 'other', fields: { why } });

export interface Ending {
  readonly code: ResolutionCode;
  readonly notes: string;
}

export const done = (code: ResolutionCode, notes: string): Ending => ({ code, notes });

interface StoryBase {
  /** English unless said otherwise; only people who read that language report it and handle it. */
  readonly language?: Language;
  /** Title and description, in several versions so that the queue does not repeat itself. */
  readonly openings: readonly (readonly [title: string, text: string])[];
  /** Own slots of this story: `{floor}` takes one of the values. */
  readonly slots?: Readonly<Record<string, readonly string[]>>;
  readonly departments?: readonly string[];
  readonly site?: Site;
  readonly beats: readonly Beat[];
  readonly end: Ending;
  /** What the requester writes when it was not solved after all, and what helped then. */
  readonly reopen?: { readonly reason: string; readonly end: Ending };
}

export interface IncidentStory extends StoryBase {
  readonly category: string;
  /** Where the requester filed it at first, and why it was handed over. */
  readonly misfiled?: { readonly category: string; readonly reason: string };
  readonly reach?: Reach;
  readonly work?: WorkEffect;
  readonly isRestricted?: boolean;
  readonly override?: { readonly priority: Priority; readonly reason: string };
}

/** ISO date so many days after the ticket was opened. */
export type DayAfter = (days: number) => string;

/** What the answers of an order may depend on. */
export interface AnswerContext {
  readonly day: DayAfter;
  /** The requester's site, as the forms name it. */
  readonly office: string;
  readonly title: string;
  readonly fill: (text: string) => string;
}

export interface RequestStory extends StoryBase {
  readonly offering: string;
  readonly answers: (context: AnswerContext) => Readonly<Record<string, unknown>>;
  readonly neededInDays?: number;
  /** Why the manager may say no. */
  readonly refusal?: string;
  /** What the manager asks back, and the text the requester adds. */
  readonly question?: { readonly comment: string; readonly added: string };
}
