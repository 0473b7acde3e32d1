import { labelText } from '../../../shared/strings';
import type { RecordView } from '../../../shared/kernel';
import type { CardJson, Notice } from '../types';
import { execute } from './actions';
import { createCard } from './card';
import { ourText, plainText, type Element } from './elements';
import { controllersOf, formInputs } from './form';
import { noticeBox } from './header';
import { bytesOf, excerpt } from './plain-text';
import { askedFields, formContext, formData, pressData, refreshOf, schemaOf, sendTitle, wishedSchema, type ButtonWish, type CardInput } from './record-buttons';

/** What somebody wants to do with a record, and what is known of it already. */
export interface FormRequest {
  readonly wish: ButtonWish;
  /** What was typed already, by field name, as the schema types it. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  readonly notice?: Notice | undefined;
}

export interface RecordFormInput<V extends RecordView = RecordView> extends CardInput<V>, FormRequest {
  /** The record that it is about. */
  readonly header: Element;
  /** What the form starts with when nothing was typed. */
  readonly start?: Readonly<Record<string, unknown>>;
  /** Said between the title and the inputs. */
  readonly lines?: readonly Element[];
}

/** Texts of more than this are not filled into a form: what does not fit would be lost when it is sent. */
const MAX_FILLED_BYTES = 8_000;

/** What was answered in the first step, as text: to change it, go back. */
function answered({ reader, wish }: RecordFormInput): readonly Element[] {
  const schema = schemaOf(wish.action);
  return Object.entries(wish.fixed ?? {}).flatMap(([name, value]) => {
    const field = schema[name];
    const option = field?.options?.find((entry) => entry.value === value);
    if (!field || !option) return [];
    return [plainText(`${labelText(field.label, reader.language)}: ${labelText(option.label, reader.language)}`)];
  });
}

/** Assignees are offered from the group that is chosen. */
const groupOf = (values: Readonly<Record<string, unknown>>): string | undefined => (typeof values.groupId === 'string' ? values.groupId : undefined);

/**
 * One action of a record as a card of its own: for forms with pickers and dates, and for what somebody typed when it could
 * not be done at once, so that nothing typed is lost. Answers on which other fields depend are asked for first.
 */
export function recordFormCard(input: RecordFormInput): CardJson {
  const { view, audience, reader, wish, notice } = input;
  const { t } = reader;
  const schema = wishedSchema(wish);
  const values = { ...input.start, ...input.values, ...wish.fixed };
  const asked = askedFields(input, wish).filter((name) => bytesOf(values[name] ?? '') <= MAX_FILLED_BYTES);
  const open = controllersOf(schema).filter((name) => asked.includes(name));
  const isFirstStep = open.length > 0;
  const title = t(wish.title ?? `action.${wish.action}`);
  const look = { sendsInputs: true, style: 'positive' } as const;
  const next = execute(t('card.button.next'), 'card.showForm', formData(input, wish), look);
  const send = execute(sendTitle(wish, input), wish.action, pressData(input, wish.fixed), look);
  return createCard({
    fallbackText: `${title}: ${view.id}`,
    body: [
      noticeBox(notice),
      input.header,
      ourText(title, { weight: 'bolder', size: 'medium', spacing: 'medium' }),
      ...(input.lines ?? []),
      ...answered(input),
      ...formInputs(schema, { ...formContext(input, wish.action), groupId: groupOf(values), values, only: isFirstStep ? open : asked }),
    ],
    actions: [isFirstStep ? next : send, execute(t('card.button.back'), 'card.showTicket', { id: view.id, card: { view: audience } })],
    moreText: t('card.form.moreInTab'),
    ...(input.context.viewerIds && { refresh: refreshOf(input) }),
  });
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';

/** Can all that was typed be shown in a form again? */
export function fitsForm(values: Readonly<Record<string, unknown>>): boolean {
  return bytesOf(values) <= MAX_FILLED_BYTES;
}

/** What somebody typed and can no longer send, so that they can copy it. */
export function lostText(values: Readonly<Record<string, unknown>>): string | undefined {
  const texts = ['text', 'notes', 'reason', 'comment', 'note'].map((name) => values[name]).filter(isText);
  return texts.length > 0 ? excerpt(texts.join('\n'), 3_000, 40).text : undefined;
}
