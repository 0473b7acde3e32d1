import type { Actor, Language } from '../../../shared/kernel';
import { shortTime, translator, type Translate } from '../../../shared/strings';
import { isOpen, type TicketRow, type TicketState, type TicketView } from '../../../shared/tickets';
import type { CardContext } from '../types';
import type { Color, ContainerStyle, Fact } from './elements';

/** Who reads the card, and in which words. */
export interface Reader {
  readonly actor: Actor | undefined;
  readonly language: Language;
  readonly zone: string;
  readonly t: Translate;
}

export function readerOf(actor: Actor | undefined, context: CardContext): Reader {
  const language = actor?.language ?? context.language ?? context.directory.settings().defaultLanguage ?? 'en';
  return { actor, language, zone: actor?.zone ?? context.zone ?? 'UTC', t: translator(language) };
}

const STATE_COLORS: Partial<Record<TicketState, Color>> = {
  new: 'accent', submitted: 'accent', assigned: 'accent', approved: 'accent', inProgress: 'accent', inFulfillment: 'accent',
  returned: 'attention', rejected: 'attention',
};

/**
 * Color never says anything alone: the state stands there in words. Only colors that can be read as text in every client:
 * `good` and `warning` are too pale on white in some.
 */
export function stateColor({ state, holdReason }: Pick<TicketRow, 'state' | 'holdReason'>, isForHandlers: boolean): Color {
  const isAsked = !isForHandlers && state === 'onHold' && holdReason === 'requester';
  return isAsked ? 'attention' : (STATE_COLORS[state] ?? 'default');
}

export function priorityColor(priority: string): Color {
  if (priority === 'P1') return 'attention';
  return priority === 'P2' ? 'accent' : 'default';
}

export const headerStyle = (state: TicketState): ContainerStyle => (state === 'resolved' || state === 'fulfilled' ? 'good' : 'emphasis');

/** The state as somebody says it who does not work at a service desk. */
export function plainState(view: Pick<TicketRow, 'state' | 'holdReason'>, t: Translate): string {
  return view.state === 'onHold' && view.holdReason === 'requester' ? t('card.state.onHoldForYou') : t(`card.state.${view.state}`);
}

/** Who holds the ball, said to the requester themselves. */
export function ballHolder(view: TicketView, { actor, t }: Reader): string {
  const isMine = actor !== undefined && (actor.id === view.requesterId || actor.id === view.reporterId);
  if (!isMine) return view.waitsFor;
  if (view.state === 'resolved' || view.state === 'fulfilled') return t('card.waits.yourAcceptance');
  return view.state === 'returned' ? t('card.waits.yourAnswer') : view.waitsFor;
}

/** When it should be solved, as long as that is open. */
export function dueFact(row: Pick<TicketRow, 'state' | 'resolutionDueAt' | 'isResolutionPaused' | 'dueAt'>, reader: Reader, now: string): Fact | undefined {
  const { t, language, zone } = reader;
  if (!isOpen(row.state)) return undefined;
  if (row.isResolutionPaused) return { label: t('card.fact.due'), value: t('card.due.paused') };
  const at = row.resolutionDueAt ?? row.dueAt;
  if (!at) return undefined;
  const time = shortTime(at, language, zone);
  return at < now ? { label: t('card.fact.due'), value: t('card.due.late', { time }), color: 'attention' } : { label: t('card.fact.due'), value: time };
}
