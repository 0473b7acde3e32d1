import type { AgendaItem, MeetingView } from '../../../shared/meetings';
import { timeRange } from '../../../shared/strings';
import { openUrl } from '../parts/actions';
import { createCard } from '../parts/card';
import { column, columns, container, ourText, plainRuns, plainText, type Element } from '../parts/elements';
import { noticeBox } from '../parts/header';
import { localTime } from '../parts/local-time';
import { cutText, excerpt, oneLine } from '../parts/plain-text';
import { definePracticeCards } from '../parts/practice-cards';
import { footer, recordButtons, refreshOf, type ButtonWish, type CardInput } from '../parts/record-buttons';
import { recordFormCard } from '../parts/record-form';
import { readerOf } from '../parts/ticket-words';
import type { CardJson, Notice } from '../types';

type MeetingInput = CardInput<MeetingView>;

const MOST_ITEMS = 12;
const MOST_PEOPLE = 12;
const MINUTE_MS = 60_000;

const WISHES: readonly ButtonWish[] = [{ action: 'meetings.start', style: 'positive' }, { action: 'meetings.refreshAgenda' }, { action: 'meetings.cancel' }];

function header({ view, reader: { t } }: MeetingInput): Element {
  const badge = { ...plainText(t(`state.${view.state}`), { size: 'small', weight: 'bolder', color: view.state === 'planned' || view.state === 'running' ? 'accent' : 'default' }), horizontalAlignment: 'right' };
  return container(
    [
      columns([column([ourText(`${view.id} · ${t('card.kind.meeting')}`, { size: 'small', isSubtle: true, style: 'heading' })]), column([badge], { width: 'auto' })]),
      plainText(cutText(oneLine(view.title), 200), { size: 'medium', weight: 'bolder', spacing: 'small' }),
    ],
    { style: view.state === 'closed' ? 'good' : 'emphasis', bleed: true },
  );
}

/** Where many read along the client fills in each reader's own time. */
function whenLine({ view, reader, context }: MeetingInput): Element {
  const { startsAt, items, minutesPerItem } = view;
  if (!reader.actor) return ourText(reader.t('card.meeting.when', { at: localTime(startsAt) }), { weight: 'bolder', spacing: 'medium' });
  const ends = new Date(Date.parse(startsAt) + Math.max(1, items.length) * minutesPerItem * MINUTE_MS).toISOString();
  return plainText(timeRange(startsAt, ends, context.now, reader.language, reader.zone), { weight: 'bolder', spacing: 'medium' });
}

function itemRow(item: AgendaItem, { reader: { t }, context }: MeetingInput): Element {
  const { changeId, title, risk, decision, note } = item;
  const open = openUrl(t('card.button.openInTab'), context.link(changeId));
  const name = title === changeId ? changeId : `${changeId} ${cutText(oneLine(title), 120)}`;
  const about = [risk ? t(`risk.${risk}`) : '', decision ? t(`itemDecision.${decision}`) : ''].filter(Boolean).join(' · ');
  return container(
    [
      plainRuns([[name, { weight: 'bolder' }], ...(about ? [[`  ${about}`, { size: 'small', ...(decision && { color: 'accent' as const, weight: 'bolder' as const }) }] as const] : [])]),
      ...(note ? [plainText(excerpt(note, 240, 3).text, { size: 'small', spacing: 'none' })] : []),
    ],
    { separator: true, spacing: 'small', selectAction: open },
  );
}

function agenda(input: MeetingInput): readonly Element[] {
  const { view: { items, state }, reader: { t } } = input;
  if (items.length === 0) return [ourText(t('card.meeting.noAgenda'), { isSubtle: true })];
  const more = items.length - MOST_ITEMS;
  return [
    ourText(t(state === 'closed' ? 'card.meeting.decisions' : 'card.meeting.agenda', { count: items.length }), { weight: 'bolder', spacing: 'medium' }),
    ...items.slice(0, MOST_ITEMS).map((item) => itemRow(item, input)),
    ...(more > 0 ? [ourText(t('card.change.more', { count: more }), { size: 'small', isSubtle: true })] : []),
  ];
}

function people({ view: { members, state }, reader: { t } }: MeetingInput): Element | undefined {
  const named = state === 'planned' ? members : members.filter(({ isPresent }) => isPresent);
  if (named.length === 0) return undefined;
  const names = named.slice(0, MOST_PEOPLE).map(({ name }) => cutText(oneLine(name), 60)).join(', ');
  const all = named.length > MOST_PEOPLE ? t('card.approval.andOthers', { names, count: named.length - MOST_PEOPLE }) : names;
  return plainText(t(state === 'planned' ? 'card.meeting.members' : 'card.meeting.present', { people: all }), { size: 'small', isSubtle: true, spacing: 'medium' });
}

/** Before: what will be talked about. Afterwards: what was decided, and the minutes. */
function meetingCard(input: MeetingInput, notice: Notice | undefined): CardJson {
  const { view, reader: { t } } = input;
  const refresh = input.context.viewerIds && refreshOf(input);
  const isShared = !input.reader.actor;
  const texts = [view.note, view.state === 'closed' ? view.minutes : undefined];
  return createCard({
    fallbackText: `${view.id}: ${view.title}. ${t(`state.${view.state}`)}.`,
    body: [
      noticeBox(notice),
      header(input),
      whenLine(input),
      ...texts.flatMap((text) => (text ? [plainText(excerpt(text, 1_200, 14).text, { spacing: 'small' })] : [])),
      ...agenda(input),
      people(input),
    ],
    actions: [...(isShared && refresh ? [refresh.action] : recordButtons(input, WISHES, 1)), ...footer(input)],
    moreText: t('card.timeline.more'),
    ...(refresh && { refresh }),
  });
}

/** Anywhere but in the channel of its board only that there is a meeting. */
function discreetCard(input: MeetingInput): CardJson {
  const { view, reader: { t } } = input;
  const refresh = refreshOf(input);
  return createCard({
    fallbackText: `${view.id}: ${t(`state.${view.state}`)}`,
    body: [ourText(`${view.id} · ${t('card.kind.meeting')}`, { weight: 'bolder', style: 'heading' }), ourText(t(`state.${view.state}`), { spacing: 'small', weight: 'bolder' })],
    actions: [refresh.action, ...footer(input)],
    moreText: t('card.timeline.more'),
    refresh,
  });
}

export const meetingCards = definePracticeCards<MeetingView>({
  render(view, audience, actor, context, notice) {
    const input = { view, audience, context, reader: readerOf(actor, context) };
    return actor || audience === 'triage' ? meetingCard(input, notice) : discreetCard(input);
  },
  audienceFor: () => 'agent',
  form({ fixed: _steps, ...input }) {
    return recordFormCard({ ...input, wish: WISHES.find(({ action }) => action === input.action) ?? { action: input.action }, header: header(input) });
  },
  channelGroups: ({ groupId }) => [groupId],
  firstViewers: ({ chairIds }) => chairIds,
  headline: (what) => (what.endsWith('.cancelled') ? 'warning' : 'good'),
});
