import type { KnownIssue } from '../../../shared/announcements';
import { shortTime } from '../../../shared/strings';
import { execute, openUrl } from '../parts/actions';
import { createCard } from '../parts/card';
import { actionSet, container, ourText, plainText, type Element } from '../parts/elements';
import { cutText, excerpt, oneLine } from '../parts/plain-text';
import type { Reader } from '../parts/ticket-words';
import type { CardContext, CardJson } from '../types';

const MOST = 6;
/** Drafts carry much else; the card of the announcement has all of it. */
const MAX_STATEMENT = 300;

function knownBox({ id, version, title, statement, since, expectedAt, affectedCount, isAffected }: KnownIssue, { t, language, zone }: Reader): Element {
  const expected = expectedAt && `${t('card.announcement.expected')}: ${shortTime(expectedAt, language, zone)}`;
  const facts = [`${t('card.announcement.since')} ${shortTime(since, language, zone)}`, expected, affectedCount > 0 ? t('card.announcement.count', { count: affectedCount }) : ''];
  const press = isAffected
    ? execute(t('card.button.show'), 'card.showTicket', { id })
    : execute(t('action.announcements.join'), 'announcements.join', { id, version, card: { view: 'requester' } }, { style: 'positive' });
  return container(
    [
      plainText(cutText(oneLine(title), 120), { weight: 'bolder' }),
      plainText(excerpt(statement, MAX_STATEMENT, 4).text, { spacing: 'small' }),
      plainText(facts.filter(Boolean).join(' · '), { size: 'small', isSubtle: true, spacing: 'small' }),
      actionSet([press], { spacing: 'small' }),
    ],
    { style: 'warning', spacing: 'medium' },
  );
}

/** Running disturbances, each with "me too" instead of one more ticket. */
export function knownBoxes(known: readonly KnownIssue[], reader: Reader): readonly Element[] {
  return [ourText(reader.t('card.draft.known'), { weight: 'bolder', spacing: 'medium' }), ...known.map((issue) => knownBox(issue, reader))];
}

/** Everything that is being worked on for everybody. */
export function knownCard(known: readonly KnownIssue[], reader: Reader, context: CardContext): CardJson {
  const { t } = reader;
  const title = t('chat.known.title', { count: known.length });
  return createCard({
    fallbackText: title,
    body: [ourText(title, { size: 'medium', weight: 'bolder', style: 'heading' }), ...known.slice(0, MOST).map((issue) => knownBox(issue, reader))],
    actions: [execute(t('card.button.myTickets'), 'card.showMine', {}), openUrl(t('card.button.openTab'), context.link('my'))],
    moreText: t('card.timeline.more'),
  });
}
