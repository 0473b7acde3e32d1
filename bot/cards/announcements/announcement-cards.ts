import type { AnnouncementView } from '../../../shared/announcements';
import { shortTime } from '../../../shared/strings';
import { execute } from '../parts/actions';
import { createCard } from '../parts/card';
import { column, columns, container, facts, ourText, plainText, type Element } from '../parts/elements';
import { noticeBox } from '../parts/header';
import { cutText, excerpt, oneLine } from '../parts/plain-text';
import { definePracticeCards } from '../parts/practice-cards';
import { footer, recordButtons, refreshOf, type ButtonWish, type CardInput } from '../parts/record-buttons';
import { recordFormCard } from '../parts/record-form';
import { readerOf, type Reader } from '../parts/ticket-words';
import type { CardJson, Notice } from '../types';

type AnnouncementInput = CardInput<AnnouncementView>;

const WISHES: readonly ButtonWish[] = [
  { action: 'announcements.join', style: 'positive' }, { action: 'announcements.leave' }, { action: 'announcements.change' }, { action: 'announcements.retire', omit: ['reason'] },
  { action: 'announcements.restore' },
];

/** In the reader's language, where somebody wrote it in that language. */
function wordsOf({ title, titleDe, statement, statementDe }: AnnouncementView, { language }: Reader): { readonly title: string; readonly statement: string } {
  return language === 'de' ? { title: titleDe ?? title, statement: statementDe ?? statement } : { title, statement };
}

function header({ view, reader }: AnnouncementInput): Element {
  const { t } = reader;
  const state = t(view.retired ? 'card.announcement.over' : 'card.announcement.running');
  const badge = { ...plainText(state, { size: 'small', weight: 'bolder', color: view.retired ? 'default' : 'attention' }), horizontalAlignment: 'right' };
  return container(
    [
      columns([column([ourText(`${view.id} · ${t('card.kind.announcement')}`, { size: 'small', isSubtle: true, style: 'heading' })]), column([badge], { width: 'auto' })]),
      plainText(cutText(oneLine(wordsOf(view, reader).title), 200), { size: 'medium', weight: 'bolder', spacing: 'small' }),
    ],
    { style: view.retired ? 'good' : 'warning', bleed: true },
  );
}

function aboutTime({ view, reader, context }: AnnouncementInput): readonly Element[] {
  const { t, language, zone } = reader;
  const services = (view.serviceIds ?? []).flatMap((id) => {
    const service = context.directory.service(id);
    return service ? [language === 'de' ? (service.nameDe ?? service.name) : service.name] : [];
  });
  return facts([
    { label: t('card.announcement.since'), value: shortTime(view.since, language, zone) },
    view.expectedAt && !view.retired ? { label: t('card.announcement.expected'), value: shortTime(view.expectedAt, language, zone) } : undefined,
    services.length > 0 ? { label: t('card.announcement.services'), value: cutText(services.join(', '), 200) } : undefined,
  ], '130px');
}

function announcementCard(input: AnnouncementInput, notice: Notice | undefined): CardJson {
  const { view, reader, context } = input;
  const { t } = reader;
  const { title, statement } = wordsOf(view, reader);
  const affected = t('card.announcement.count', { count: view.affectedCount });
  return createCard({
    fallbackText: `${t('card.kind.announcement')}: ${title}`,
    body: [
      noticeBox(notice),
      header(input),
      plainText(excerpt(statement, 1_000, 14).text, { spacing: 'medium' }),
      ...aboutTime(input),
      ourText(view.isAffected && !view.retired ? `${affected} ${t('card.announcement.you')}` : affected, { size: 'small', isSubtle: true, spacing: 'small' }),
    ],
    actions: [...recordButtons(input, WISHES, 2), execute(t('card.button.myTickets'), 'card.showMine', {}, { mode: 'secondary' }), ...footer(input)],
    moreText: t('card.timeline.more'),
    ...(context.viewerIds && { refresh: refreshOf(input) }),
  });
}

export const announcementCards = definePracticeCards<AnnouncementView>({
  render: (view, audience, actor, context, notice) => announcementCard({ view, audience, context, reader: readerOf(actor, context) }, notice),
  audienceFor: () => 'requester',
  form({ fixed: _steps, ...input }) {
    return recordFormCard({ ...input, wish: WISHES.find(({ action }) => action === input.action) ?? { action: input.action }, header: header(input) });
  },
  channelGroups: () => [],
  firstViewers: () => [],
  headline: () => 'good',
});
