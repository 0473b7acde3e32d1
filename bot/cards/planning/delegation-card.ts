import { DateTime } from 'luxon';
import { delegationSchema, type Delegation } from '../../../shared/approvals';
import type { Schema } from '../../../shared/kernel';
import { dayRange } from '../../../shared/strings';
import { execute, toggle } from '../parts/actions';
import { createCard } from '../parts/card';
import { actionSet, column, columns, container, ourText, plainText, type Element } from '../parts/elements';
import { formInputs } from '../parts/form';
import { noticeBox } from '../parts/header';
import { cutText, oneLine } from '../parts/plain-text';
import type { Reader } from '../parts/ticket-words';
import type { CardContext, CardJson, Notice } from '../types';
import { rangeText } from './window-parts';

export interface DelegationDraft {
  /** Only the author names a substitute for themselves; in a channel everybody sees the button. */
  readonly authorId: string;
  /** Who may have been meant; nobody: everybody is offered. */
  readonly candidateIds: readonly string[];
  readonly startsAt?: string | undefined;
  readonly endsAt?: string | undefined;
}

interface DelegationCardInput {
  readonly reader: Reader;
  readonly context: CardContext;
  readonly notice?: Notice | undefined;
}

/** "Sun, Dec 20 – Sun, Jan 3" for whole days where the reader is, else with times; always with the zone. */
export function absenceText(from: string, to: string, now: string, reader: Reader): string {
  const { language, zone } = reader;
  const isMidnight = (at: string): boolean => {
    const local = DateTime.fromISO(at, { zone });
    return local.hour === 0 && local.minute === 0;
  };
  // The last day is the one before the midnight on which it ends.
  const isDays = isMidnight(to) && (isMidnight(from) || from <= now);
  const lastMoment = new Date(Date.parse(to) - 1).toISOString();
  return `${isDays ? dayRange(from, lastMoment, now, language, zone) : rangeText(from, to, now, reader)} (${zone})`;
}

const personName = ({ directory }: CardContext, id: string | undefined): string => directory.person(id)?.name ?? '';

/** "Shall Carol decide for you?", with who and when, before anything is stored. */
export function delegationCard(draft: DelegationDraft, { reader, context, notice }: DelegationCardInput): CardJson {
  const { t, language, zone } = reader;
  const { candidateIds, startsAt, endsAt } = draft;
  const only = candidateIds.length === 1 ? candidateIds[0] : undefined;
  const name = personName(context, only);
  const isDated = startsAt !== undefined && endsAt !== undefined;
  const base = { directory: context.directory, language, zone, prefix: 'add.' };
  const candidates = candidateIds.map((id) => ({ value: id, title: cutText(oneLine([personName(context, id), context.directory.person(id)?.department].filter(Boolean).join(', ')), 80) }));
  const schema: Schema = delegationSchema;
  const dates = container(formInputs(schema, { ...base, only: ['startsAt', 'endsAt'], values: { startsAt, endsAt } }), { id: 'dates', isVisible: !isDated });
  const title = only ? t('card.delegation.title', { person: cutText(name, 80) }) : t('card.delegation.who');
  const data = { ...(only && { toId: only }), ...(startsAt && { startsAt }), ...(endsAt && { endsAt }), card: { by: draft.authorId, to: candidateIds } };
  return createCard({
    fallbackText: title,
    body: [
      noticeBox(notice),
      plainText(title, { size: 'medium', weight: 'bolder' }),
      ...(isDated ? [plainText(absenceText(startsAt, endsAt, context.now, reader), { spacing: 'small', weight: 'bolder' })] : [ourText(t('card.delegation.when'))]),
      ...(only ? [] : formInputs(schema, { ...base, only: ['toId'], ...(candidates.length > 0 && { ownChoices: { toId: candidates } }) })),
      dates,
      ourText(t('card.delegation.text'), { isSubtle: true, size: 'small' }),
    ],
    actions: [
      execute(only ? t('card.delegation.confirm', { person: cutText(name, 30) }) : t('card.delegation.confirmAny'), 'delegations.add', data, { sendsInputs: true, style: 'positive' }),
      ...(isDated ? [toggle(t('card.delegation.dates'), ['dates'])] : []),
      execute(t('card.draft.cancel'), 'card.showDelegations', {}),
    ],
    moreText: t('card.timeline.more'),
  });
}

export interface DelegationsInput extends DelegationCardInput {
  /** Now and to come: who decides for the reader, and for whom the reader decides. */
  readonly own: readonly Delegation[];
  readonly others: readonly Delegation[];
}

function row(entry: Delegation, personId: string | undefined, { reader, context }: DelegationCardInput, canEnd: boolean): Element {
  const { t } = reader;
  const isNow = entry.startsAt <= context.now;
  const end = execute(t('card.delegations.end'), 'delegations.retire', { id: entry.id, version: entry.version, card: { by: reader.actor?.id } }, { tooltip: `${t('card.delegations.end')}: ${cutText(personName(context, personId), 60)}` });
  const main = column([
    plainText(`${cutText(oneLine(personName(context, personId)), 80)}${isNow ? ` · ${t('card.calendar.now')}` : ''}`, { weight: 'bolder' }),
    plainText(absenceText(entry.startsAt, entry.endsAt, context.now, reader), { size: 'small', spacing: 'none', isSubtle: true }),
  ]);
  return columns([main, ...(canEnd ? [column([actionSet([end])], { width: 'auto', verticalContentAlignment: 'center' })] : [])], { separator: true, spacing: 'small' });
}

const MAX_ROWS = 8;

/** Who decides for the reader, and for whom they decide. */
export function delegationsCard(input: DelegationsInput): CardJson {
  const { own, others, reader, context, notice } = input;
  const { t } = reader;
  return createCard({
    fallbackText: t('card.delegations.title'),
    body: [
      noticeBox(notice),
      ourText(t('card.delegations.title'), { size: 'medium', weight: 'bolder', style: 'heading' }),
      ...(own.length > 0 ? own.slice(0, MAX_ROWS).map((entry) => row(entry, entry.toId, { reader, context }, true)) : [ourText(t('card.delegations.none'), { isSubtle: true })]),
      ...(others.length > 0 ? [ourText(t('card.delegations.forOthers'), { weight: 'bolder', spacing: 'medium' }), ...others.slice(0, MAX_ROWS).map((entry) => row(entry, entry.fromId, { reader, context }, false))] : []),
    ],
    actions: [execute(t('card.button.approvals'), 'card.showApprovals', {})],
    moreText: t('card.timeline.more'),
  });
}
