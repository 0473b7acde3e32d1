import type { Disturbance, SimilarTicket } from '../../../shared/app';
import { shortTime } from '../../../shared/strings';
import type { TicketRow } from '../../../shared/tickets';
import { execute, type CardAction } from '../parts/actions';
import { actionSet, column, columns, container, ourText, plainText, type Element } from '../parts/elements';
import { cutText, oneLine } from '../parts/plain-text';
import { plainState, type Reader } from '../parts/ticket-words';
import { draftData, type DraftState } from './draft-state';

/** Each button carries the draft along, and a card has little room: the likeliest, the tab has more. */
const MOST_OTHERS = 1;

export type OwnTicket = Pick<TicketRow, 'id' | 'title' | 'state' | 'version' | 'createdAt'>;

export interface DraftOffers {
  readonly state: DraftState;
  /** Several others report the same now, or it is a major incident. */
  readonly disturbance?: Disturbance | undefined;
  /** Open tickets that look like the same thing, which the reader may see. */
  readonly similar: readonly SimilarTicket[];
  /** The author's own open tickets that this may belong to. */
  readonly own: readonly OwnTicket[];
  /** Probably an answer to one of them: they are shown at once. */
  readonly isOwnOpen?: boolean;
  readonly reader: Reader;
}

/** Something that may be better than a ticket, with its button. */
export function offer(title: string, action: CardAction): Element {
  return columns([
    column([plainText(cutText(oneLine(title), 120))], { width: 'stretch', verticalContentAlignment: 'center' }),
    column([actionSet([action])], { width: 'auto', verticalContentAlignment: 'center' }),
  ], { spacing: 'small' });
}

function addHere({ id, version, title }: OwnTicket, { state, reader: { t } }: DraftOffers): Element {
  return offer(`${id} · ${title}`, execute(t('card.draft.addHere'), 'tickets.reply', { id, version, card: draftData(state) }, { sendsInputs: true, tooltip: `${t('card.draft.addHere')}: ${id}` }));
}

const isReported = ({ id }: OwnTicket, { similar }: DraftOffers): boolean => similar.some((ticket) => ticket.isOwn && ticket.id === id);

/** "You reported this on Monday": the text goes there instead. */
function reportedAlready(offers: DraftOffers): readonly Element[] {
  const { t, language, zone } = offers.reader;
  const reported = offers.own.filter((ticket) => isReported(ticket, offers));
  if (reported.length === 0) return [];
  const rows = reported.flatMap((ticket) => [addHere(ticket, offers), plainText(t('card.draft.reportedOn', { at: shortTime(ticket.createdAt, language, zone) }), { size: 'small', isSubtle: true, spacing: 'none' })]);
  return [container([ourText(t('card.draft.reported'), { weight: 'bolder' }), ...rows], { style: 'emphasis', spacing: 'medium' })];
}

/** What hits others, too: one press instead of one more ticket. Of their tickets there is nothing to see. */
function disturbanceBox({ disturbance, state, reader: { t } }: DraftOffers): readonly Element[] {
  if (!disturbance) return [];
  const { isMajor, count, minutes, isAffected } = disturbance;
  const words = isMajor ? t('card.draft.majorRuns') : t('card.draft.disturbance', { count, minutes });
  const card = { ...draftData(state), ...(isAffected && { isOver: true }) };
  const press = execute(t(isAffected ? 'card.draft.notMe' : 'card.draft.meToo'), 'card.meToo', { card }, { sendsInputs: true, ...(!isAffected && { style: 'positive' as const }) });
  return [container([plainText(words), actionSet([press], { spacing: 'small' })], { style: 'warning', spacing: 'medium' })];
}

/** For those who handle tickets: what is open already, to make this a part of it. */
function othersTickets({ similar, state, reader: { t } }: DraftOffers): readonly Element[] {
  const others = similar.filter(({ isOwn }) => !isOwn).slice(0, MOST_OTHERS);
  if (others.length === 0) return [];
  const rows = others.map((ticket) => {
    const line = `${ticket.id} · ${cutText(oneLine(ticket.title), 90)} · ${plainState(ticket as Pick<TicketRow, 'state'>, t)}`;
    return offer(line, execute(t('card.draft.asPart'), 'tickets.report', { card: { ...draftData(state), parent: ticket.id } }, { sendsInputs: true, tooltip: `${t('card.draft.asPart')}: ${ticket.id}` }));
  });
  return [ourText(t('card.draft.similar'), { weight: 'bolder', spacing: 'medium' }), ...rows];
}

/** What is open already and may make one more ticket unnecessary, the likeliest first. */
export const openAlready = (offers: DraftOffers): readonly Element[] => [...reportedAlready(offers), ...disturbanceBox(offers), ...othersTickets(offers)];

/** "That is about a ticket I already have": the text goes there instead. */
export function otherOwnTickets(offers: DraftOffers): Element | undefined {
  const own = offers.own.filter((ticket) => !isReported(ticket, offers));
  if (own.length === 0) return undefined;
  return container([ourText(offers.reader.t('card.draft.own'), { weight: 'bolder' }), ...own.map((ticket) => addHere(ticket, offers))], { id: 'own', isVisible: offers.isOwnOpen ?? false, spacing: 'medium', separator: true });
}
