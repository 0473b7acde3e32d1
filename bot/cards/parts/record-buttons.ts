import { findAction } from '../../../shared/app';
import { governing, isAsked, type RecordView, type Schema } from '../../../shared/kernel';
import { execute, openUrl, showCard, type ActionOptions, type ButtonData, type CardAction } from './actions';
import type { CardParts } from './card';
import { controllersOf, formInputs, type FormContext } from './form';
import type { Reader } from './ticket-words';
import type { Audience, CardContext } from '../types';

/** What the card of a record is drawn with. */
export interface CardInput<V extends RecordView = RecordView> {
  readonly view: V;
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
  readonly fixed?: Readonly<Record<string, string | boolean>>;
  /** Optional fields that this card does not ask for. */
  readonly omit?: readonly string[];
  /** Optional fields that this card insists on. */
  readonly required?: readonly string[];
  /** Told in `card` of the press data: which of several forms of one action it is. */
  readonly card?: Readonly<Record<string, string>>;
  /** Its form stands on a card of its own, however small it is. */
  readonly hasOwnCard?: boolean;
}

/** Forms that are filled with long texts of the record: only on demand. */
const FILLED = new Set(['tickets.edit', 'tickets.classify']);
/** Kinds of field that are too large, or too tall, for a form that unfolds inside a card. */
const NEEDS_OWN_CARD = new Set(['person', 'people', 'group', 'category', 'article', 'offering', 'record', 'dateTime', 'entry', 'entries']);

export const schemaOf = (action: string): Schema => (findAction(action)?.action.schema as Schema | undefined) ?? {};
export const verbOf = (action: string): string => action.split('.')[1] ?? action;

/** Where the answer of a press is drawn: same layout as the card it stands on. */
export function pressData({ view, audience }: Pick<CardInput, 'view' | 'audience'>, more: object = {}): ButtonData {
  return { id: view.id, version: view.version, card: { view: audience }, ...more };
}

/** The fields as this wish asks for them. */
export function wishedSchema({ action, required = [] }: ButtonWish): Schema {
  const schema = schemaOf(action);
  return { ...schema, ...Object.fromEntries(required.flatMap((name) => (schema[name] ? [[name, { ...schema[name], required: true }] as const] : []))) };
}

/** Fields that the form asks for: not what the button answers, not files, and no category that is known already. */
export function askedFields({ view }: Pick<CardInput, 'view'>, wish: ButtonWish): readonly string[] {
  const hasCategory = wish.action === 'tickets.resolve' && view.categoryId !== undefined;
  return Object.entries(schemaOf(wish.action))
    .filter(([name, field]) => wish.fixed?.[name] === undefined && !wish.omit?.includes(name) && !(hasCategory && name === 'categoryId') && field.kind !== 'files' && field.kind !== 'structured')
    .filter(([name, { visibleIf }]) => !governing(visibleIf).some((other) => wish.fixed?.[other] !== undefined) || isAsked(schemaOf(wish.action), name, wish.fixed ?? {}))
    .map(([name]) => name);
}

function needsOwnCard(schema: Schema, names: readonly string[]): boolean {
  return controllersOf(schema).some((name) => names.includes(name)) || names.some((name) => NEEDS_OWN_CARD.has(schema[name]?.kind ?? ''));
}

/** Macros that the view offers. */
const macroChoices = (view: RecordView | undefined): readonly { readonly value: string; readonly title: string }[] =>
  ((view?.macros ?? []) as readonly { readonly id: string; readonly name: string }[]).map(({ id, name }) => ({ value: id, title: name }));

/** Everything about this action's form that does not depend on what is typed. */
export function formContext({ reader, context, view }: Pick<CardInput, 'reader' | 'context'> & Partial<Pick<CardInput, 'view'>>, action: string): FormContext {
  const stars = [5, 4, 3, 2, 1].map((count) => ({ value: String(count), title: `${'★'.repeat(count)} ${reader.t(`card.stars.${count}`)}` }));
  return {
    directory: context.directory, language: reader.language, zone: reader.zone, prefix: `${verbOf(action)}.`,
    ...(action === 'tickets.rate' && { ownChoices: { stars } }),
    ...(action === 'tickets.runMacro' && { ownChoices: { macroId: macroChoices(view) } }),
  };
}

/** What a button that opens the form on a card of its own carries. */
export function formData({ view, audience }: Pick<CardInput, 'view' | 'audience'>, wish: ButtonWish): ButtonData {
  return { id: view.id, version: view.version, card: { view: audience, action: wish.action, ...wish.card, ...(wish.fixed && { fixed: wish.fixed }) } };
}

function button(input: CardInput, wish: ButtonWish, mode: 'primary' | 'secondary'): CardAction {
  const { t } = input.reader;
  const title = t(wish.title ?? `action.${wish.action}`);
  const schema = wishedSchema(wish);
  const names = askedFields(input, wish);
  const look = { ...(wish.style && { style: wish.style }), ...(mode === 'secondary' && { mode }) };
  if (names.length === 0) return execute(title, wish.action, pressData(input, wish.fixed), look);
  if (mode === 'secondary' || wish.hasOwnCard || FILLED.has(wish.action) || needsOwnCard(schema, names)) {
    return execute(title, 'card.showForm', formData(input, wish), look);
  }
  const inputs = formInputs(schema, { ...formContext(input, wish.action), only: names });
  const send = execute(sendTitle(wish, input), wish.action, pressData(input, wish.fixed), { sendsInputs: true, style: 'positive' });
  return showCard(title, inputs, [send], look);
}

/** What stands on the button below a form. */
export function sendTitle(wish: ButtonWish, { reader: { t } }: Pick<CardInput, 'reader'>): string {
  return t(wish.send ?? wish.title ?? `action.${wish.action}`);
}

/**
 * The buttons of a card, in the order of the wishes: only what the server says this person may do now (`can`). The first
 * `visible` stand side by side, the others behind "…".
 */
export function recordButtons(input: CardInput, wishes: readonly ButtonWish[], visible: number): readonly CardAction[] {
  const allowed = wishes.filter((wish) => input.view.can.includes(wish.action));
  return allowed.map((wish, index) => button(input, wish, index < visible ? 'primary' : 'secondary'));
}

/** After the actions: the tab, and the way back to the list. */
export function footer({ view, reader: { t }, context }: Pick<CardInput, 'view' | 'reader' | 'context'>): readonly CardAction[] {
  const open = openUrl(t('card.button.openInTab'), context.link(view.id));
  return context.backTo ? [open, execute(t('card.button.back'), context.backTo, {}, { mode: 'secondary' })] : [open];
}

/** Asks for the reader's own view: Teams does it by itself for the first 60 people, everybody else presses the button. */
export function refreshOf({ view, audience, reader, context }: CardInput): NonNullable<CardParts['refresh']> {
  return {
    action: execute(reader.t('card.button.showMine'), 'card.refresh', { id: view.id, card: { view: audience } }),
    viewerIds: context.viewerIds,
  };
}
