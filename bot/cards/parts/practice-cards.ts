import type { Actor, RecordView, Refusal } from '../../../shared/kernel';
import type { Audience, CardContext, CardJson, Notice } from '../types';
import type { CardInput } from './record-buttons';

/** A form that somebody asked for, or that comes back because something was missing. */
export interface FormWish<V extends RecordView = RecordView> extends CardInput<V> {
  readonly action: string;
  /** `card` of the press: how to draw. Nothing in it is trusted. */
  readonly card: Readonly<Record<string, unknown>>;
  /** Answers of its first step. */
  readonly fixed: Readonly<Record<string, string>>;
  /** What was typed, and what the button that was pressed answered by itself. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  readonly notice?: Notice | undefined;
}

/** How the records of one practice look as cards, and who is shown which one. Everything that deals with cards asks here. */
export interface PracticeCards<V extends RecordView = RecordView> {
  /** With an actor: that reader's own view. Without: the shared view of a group chat or channel. */
  render(view: V, audience: Audience, actor: Actor | undefined, context: CardContext, notice?: Notice): CardJson;
  /** The layout that fits this reader best. */
  audienceFor(view: V, actor: Actor): Audience;
  /** One action as a card of its own; undefined when the card of the record must be looked at first. */
  form(wish: FormWish<V>): CardJson | undefined;
  /** Whether what was refused can be put right in a form, beside what lacks or is wrong in the input. */
  asksAgain?(refusal: Refusal): boolean;
  /** In a dialog of Teams instead of the card; undefined when this cannot be done in one. */
  dialog?(wish: FormWish<V>): DialogCard | undefined;
  /** Groups in whose channels its card stands as long as there is something to do for them. */
  channelGroups(view: V): readonly string[];
  /** People whose own view comes first where many read along: those who have to decide. */
  firstViewers(view: V, context: Pick<CardContext, 'directory' | 'now'>): readonly string[];
  /** How a notice stands on top of the card that comes with it; undefined: the card says by itself why it comes. */
  headline(what: string): Notice['tone'] | undefined;
}

/** A dialog as Teams opens it: sent back by `Action.Submit`. */
export interface DialogCard {
  readonly title: string;
  readonly card: CardJson;
}

/** Each practice knows its own views; the table of all of them only that they are views. */
export function definePracticeCards<V extends RecordView>(cards: PracticeCards<V>): PracticeCards {
  return cards;
}
