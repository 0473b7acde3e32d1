import type { ChangeView } from '../../../shared/changes';
import { changeFields } from '../../../shared/changes/change-schema';
import type { Schema } from '../../../shared/kernel';
import { execute } from '../parts/actions';
import { createCard } from '../parts/card';
import { ourText, plainText } from '../parts/elements';
import { formInputs } from '../parts/form';
import type { Choice } from '../parts/form-choices';
import { noticeBox } from '../parts/header';
import { bytesOf, cutText, oneLine } from '../parts/plain-text';
import type { Reader } from '../parts/ticket-words';
import type { Audience, CardContext, CardJson, Notice } from '../types';

export interface MissingCardInput {
  readonly view: ChangeView;
  readonly audience: Audience;
  /** Names of `changeFields`. */
  readonly fields: readonly string[];
  readonly values?: Readonly<Record<string, unknown>> | undefined;
  readonly reader: Reader;
  readonly context: CardContext;
  readonly notice?: Notice | undefined;
}

const MAX_ITEMS_BYTES = 5_000;

/** Items of the implementing group before all others, as many as fit. */
function itemChoices({ view, context: { directory } }: MissingCardInput): readonly Choice[] {
  const live = [...directory.items()].filter(({ retired }) => !retired);
  const sorted = live.sort((left, right) => Number(right.groupId === view.groupId) - Number(left.groupId === view.groupId) || left.name.localeCompare(right.name)).slice(0, 200);
  const choices: Choice[] = [];
  for (const { id, name } of sorted) {
    choices.push({ value: id, title: cutText(oneLine(name), 60) });
    if (bytesOf(choices) > MAX_ITEMS_BYTES) return choices.slice(0, -1);
  }
  return choices;
}

/** Proposed, and not complete: just what is missing is asked for, and then it goes on its way. */
export function missingCard(input: MissingCardInput): CardJson {
  const { view, audience, fields, values, reader, context, notice } = input;
  const { t, language, zone } = reader;
  const names = [...fields, ...(fields.includes('isOutage') ? ['outageMinutes'] : [])].filter((name, index, all) => all.indexOf(name) === index && Object.hasOwn(changeFields, name));
  const asked = Object.fromEntries(names.map((name) => {
    const field = (changeFields as Schema)[name]!;
    // One item is enough to go on; the others are added on the change itself.
    return [name, field.kind === 'entries' ? { ...field, kind: 'choice' as const, required: true } : { ...field, required: name !== 'outageMinutes' }];
  }));
  const data = { id: view.id, version: view.version, card: { view: audience, then: 'submit' } };
  return createCard({
    fallbackText: t('card.missing.title', { id: view.id }),
    body: [
      noticeBox(notice),
      ourText(t('card.missing.title', { id: view.id }), { size: 'medium', weight: 'bolder', style: 'heading' }),
      plainText(cutText(oneLine(view.title), 150), { isSubtle: true, spacing: 'none' }),
      ourText(t('card.missing.text')),
      ...formInputs(asked, { directory: context.directory, language, zone, prefix: 'edit.', values, groupId: view.groupId, ownChoices: { itemIds: itemChoices(input) } }),
    ],
    actions: [
      execute(t('card.missing.send'), 'changes.edit', data, { sendsInputs: true, style: 'positive' }),
      execute(t('card.missing.later'), 'card.showTicket', { id: view.id, card: { view: audience } }),
    ],
    moreText: t('card.form.moreInTab'),
  });
}
