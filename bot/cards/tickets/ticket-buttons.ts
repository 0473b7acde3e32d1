import { findAction } from '../../../shared/app';
import type { Schema } from '../../../shared/kernel';
import type { TicketView } from '../../../shared/tickets';
import { execute, openUrl, showCard, type ActionOptions, type ButtonData, type CardAction } from '../parts/actions';
import { controllersOf, formInputs, type FormContext } from '../parts/form';
import type { Reader } from '../parts/ticket-words';
import type { Audience, CardContext } from '../types';

/** What a ticket card is drawn with. */
export interface TicketCardInput {
  readonly view: TicketView;
  readonly audience: Audience;
  readonly reader: Reader;
  readonly context: CardContext;
}

export interface ButtonWish {
  /** Action name; drawn only when the view's `can` has it. */
  readonly action: string;
  /** Text key; default: the action's own name. */
  readonly title?: string;
  /** Text key of the button that sends the form; default: the title. */
  readonly send?: string;
  readonly style?: ActionOptions['style'];
  /** Fields that this button answers by itself. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** Optional fields that this card does not ask for. */
  readonly omit?: readonly string[];
}

/** Kinds of field that are too large, or too tall, for a form that unfolds inside a card. */
/** Forms that are filled with long texts of the ticket: only on demand. */
const FILLED = new Set(['tickets.edit', 'tickets.classify']);
const NEEDS_OWN_CARD = new Set(['person', 'people', 'group', 'category', 'article', 'offering', 'record', 'dateTime']);

export const schemaOf = (action: string): Schema => (findAction(action)?.action.schema as Schema | undefined) ?? {};
export const verbOf = (action: string): string => action.split('.')[1] ?? action;

/** Where the answer of a press is drawn: same layout as the card it stands on. */
export function pressData({ view, audience }: TicketCardInput, more: object = {}): ButtonData {
  return { id: view.id, version: view.version, card: { view: audience }, ...more };
}

/** Fields that the form asks for: not what the button answers, not files, and no category that is known already. */
export function askedFields(input: TicketCardInput, wish: ButtonWish): readonly string[] {
  const hasCategory = wish.action === 'tickets.resolve' && input.view.categoryId !== undefined;
  return Object.entries(schemaOf(wish.action))
    .filter(([name, field]) => !wish.fixed?.[name] && !wish.omit?.includes(name) && !(hasCategory && name === 'categoryId') && field.kind !== 'files' && field.kind !== 'structured')
    .filter(([, field]) => !field.visibleIf || wish.fixed?.[field.visibleIf.field] === undefined || field.visibleIf.in.includes(wish.fixed[field.visibleIf.field] ?? ''))
    .map(([name]) => name);
}

function needsOwnCard(schema: Schema, names: readonly string[]): boolean {
  return controllersOf(schema).some((name) => names.includes(name)) || names.some((name) => NEEDS_OWN_CARD.has(schema[name]?.kind ?? ''));
}

/** Everything about this action's form that does not depend on what is typed. */
export function formContext({ reader, context }: TicketCardInput, action: string): FormContext {
  const stars = [5, 4, 3, 2, 1].map((count) => ({ value: String(count), title: `${'★'.repeat(count)} ${reader.t(`card.stars.${count}`)}` }));
  return {
    directory: context.directory, language: reader.language, zone: reader.zone, prefix: `${verbOf(action)}.`,
    ...(action === 'tickets.rate' && { ownChoices: { stars } }),
  };
}

function button(input: TicketCardInput, wish: ButtonWish, mode: 'primary' | 'secondary'): CardAction {
  const { t } = input.reader;
  const title = t(wish.title ?? `action.${wish.action}`);
  const schema = schemaOf(wish.action);
  const names = askedFields(input, wish);
  const look = { ...(wish.style && { style: wish.style }), ...(mode === 'secondary' && { mode }) };
  if (names.length === 0) return execute(title, wish.action, pressData(input, wish.fixed), look);
  if (mode === 'secondary' || FILLED.has(wish.action) || needsOwnCard(schema, names)) {
    const data = { id: input.view.id, version: input.view.version, card: { view: input.audience, action: wish.action, ...(wish.fixed && { fixed: wish.fixed }) } };
    return execute(title, 'card.showForm', data, look);
  }
  const inputs = formInputs(schema, { ...formContext(input, wish.action), only: names });
  const send = execute(sendTitle(wish, input), wish.action, pressData(input, wish.fixed), { sendsInputs: true, style: 'positive' });
  return showCard(title, inputs, [send], look);
}

/** What stands on the button below a form. */
export function sendTitle(wish: ButtonWish, { reader: { t } }: Pick<TicketCardInput, 'reader'>): string {
  return t(wish.send ?? wish.title ?? `action.${wish.action}`);
}

/**
 * The buttons of a card, in the order of the wishes: only what the server says this person may do now (`can`). The first
 * `visible` stand side by side, the others behind "…".
 */
export function ticketButtons(input: TicketCardInput, wishes: readonly ButtonWish[], visible: number): readonly CardAction[] {
  const allowed = wishes.filter((wish) => input.view.can.includes(wish.action));
  return allowed.map((wish, index) => button(input, wish, index < visible ? 'primary' : 'secondary'));
}

/** Why it is due then; for a ticket that nothing was promised for there is nothing to say. */
export function whyButton({ view, audience, reader: { t } }: TicketCardInput): readonly CardAction[] {
  if (view.clocks.length === 0) return [];
  return [execute(t('card.button.why'), 'card.showWhy', { id: view.id, card: { view: audience } }, { mode: 'secondary' })];
}

/** After the actions: the tab, and the way back to the list. */
export function footer({ view, reader: { t }, context }: TicketCardInput): readonly CardAction[] {
  const open = openUrl(t('card.button.openInTab'), context.link(view.id));
  return context.backTo ? [open, execute(t('card.button.back'), context.backTo, {}, { mode: 'secondary' })] : [open];
}

/** Is the reader one of the watchers? Then they can stop; else they can start. */
export function isWatching({ view, reader }: TicketCardInput): boolean {
  return view.watchers.some((watcher) => watcher.id === reader.actor?.id);
}
