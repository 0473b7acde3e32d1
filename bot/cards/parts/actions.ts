import type { Element } from './elements';
import { cutText } from './plain-text';

/** Card verbs besides the names of actions: they look around and change nothing stored, but for `card.meToo`, whose record the server finds itself. */
export const CARD_VERBS = [
  'card.refresh', 'card.showTicket', 'card.showMine', 'card.showQueue', 'card.showApprovals', 'card.showArticle', 'card.showHelp', 'card.showForm', 'card.showWhy', 'card.showWhyMe',
  'card.showDraft', 'card.showOrder', 'card.solveDraft', 'card.cancelDraft', 'card.meToo',
  'card.showPlan', 'card.planDetails', 'card.cancelPlan', 'card.showSlots', 'card.showChanges', 'card.showMyChanges', 'card.showCalendar', 'card.showDelegations',
] as const;
export type CardVerb = (typeof CARD_VERBS)[number];

export interface CardAction {
  readonly type: 'Action.Execute' | 'Action.ShowCard' | 'Action.OpenUrl' | 'Action.ToggleVisibility' | 'Action.Submit';
  readonly title: string;
  readonly [property: string]: unknown;
}

export interface ActionOptions {
  readonly style?: 'default' | 'positive' | 'destructive';
  /** Behind the "…" button. */
  readonly mode?: 'primary' | 'secondary';
  readonly tooltip?: string;
}

/**
 * What a button carries. `id` and `version` name what the presser saw; further plain keys are input of the action, as in the
 * API; `card` says how to draw the answer.
 */
export interface ButtonData {
  readonly id?: string;
  readonly version?: number;
  readonly card?: Readonly<Record<string, unknown>>;
  readonly [input: string]: unknown;
}

const MAX_TITLE = 60;

/** A button that calls the bot. `sendsInputs` is for buttons that belong to the inputs above them. */
export function execute(title: string, verb: string, data: ButtonData, options: ActionOptions & { readonly sendsInputs?: boolean } = {}): CardAction {
  const { sendsInputs = false, ...rest } = options;
  return { type: 'Action.Execute', title: cutText(title, MAX_TITLE), verb, data, ...(!sendsInputs && { associatedInputs: 'none' }), ...rest };
}

/** A button that opens a form inside the card. */
export function showCard(title: string, body: readonly Element[], actions: readonly CardAction[], options: ActionOptions = {}): CardAction {
  return { type: 'Action.ShowCard', title: cutText(title, MAX_TITLE), card: { type: 'AdaptiveCard', body, actions }, ...options };
}

export function openUrl(title: string, url: string, options: ActionOptions = {}): CardAction {
  return { type: 'Action.OpenUrl', title: cutText(title, MAX_TITLE), url, ...options };
}

/** A button that opens a dialog of Teams (`task/fetch`). Clients without dialogs do nothing then: there must be another way beside it. */
export function openDialog(title: string, data: ButtonData, options: ActionOptions = {}): CardAction {
  return { type: 'Action.Submit', title: cutText(title, MAX_TITLE), data: { ...data, msteams: { type: 'task/fetch' } }, associatedInputs: 'none', ...options };
}

/** Sends a dialog back (`task/submit`): `Action.Execute` does not work there. */
export function sendDialog(title: string, data: ButtonData): CardAction {
  return { type: 'Action.Submit', title: cutText(title, MAX_TITLE), data, style: 'positive' };
}

export function toggle(title: string, targetElements: readonly string[], options: ActionOptions = {}): CardAction {
  return { type: 'Action.ToggleVisibility', title: cutText(title, MAX_TITLE), targetElements, ...options };
}

