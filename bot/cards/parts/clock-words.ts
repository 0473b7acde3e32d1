import { isBreached, type ClockView } from '../../../shared/sla';
import { shortTime, workingTime } from '../../../shared/strings';
import { isOpen, type TicketView } from '../../../shared/tickets';
import type { CardContext } from '../types';
import type { Color, Fact } from './elements';
import type { Reader } from './ticket-words';

const MINUTE = 60_000;
const RISK_PERCENT = 75;

/** What is left of a clock that stands still, e.g. "3 h 10 min". */
export const timeLeft = ({ targetMinutes, usedMinutes }: ClockView, { language }: Pick<Reader, 'language'>): string =>
  workingTime((targetMinutes - usedMinutes) * MINUTE, language);

const isAtRisk = ({ thresholds }: ClockView, now: string): boolean => thresholds.some(({ percent, at }) => percent === RISK_PERCENT && at <= now);

/**
 * How a clock stands, in times that stay true while the card stands there: a card is drawn anew when something happens, not
 * every minute. Undefined when there is nothing to say.
 */
function standOf(clock: ClockView, { t, language, zone }: Reader, now: string): { readonly value: string; readonly color?: Color } | undefined {
  const time = (at: string | undefined): string => (at ? shortTime(at, language, zone) : '');
  const due = time(clock.dueAt);
  const isLate = isBreached(clock, now);
  switch (clock.state) {
    case 'running':
      if (clock.neverOpens) return { value: t('card.clock.neverOpens'), color: 'attention' };
      if (isLate) return { value: t('card.clock.late', { due }), color: 'attention' };
      return isAtRisk(clock, now) ? { value: t('card.clock.atRisk', { due }), color: 'accent' } : { value: t('card.clock.due', { due }) };
    case 'paused':
      return isLate ? { value: t('card.clock.pausedLate', { due }), color: 'attention' } : { value: t('card.clock.paused', { left: timeLeft(clock, { language }) }) };
    case 'stopped':
      if (isLate) return { value: t('card.clock.broken', { at: time(clock.stoppedAt), due }), color: 'attention' };
      return clock.metric === 'resolution' ? { value: t('card.clock.kept', { at: time(clock.stoppedAt) }) } : undefined;
    default:
      return undefined;
  }
}

/** Promises to the customer, what this group has promised others, and what a supplier owes us now. */
function isShown(clock: ClockView, { groupId }: TicketView, { directory }: CardContext): boolean {
  if (clock.type === 'sla') return true;
  return clock.type === 'ola' ? directory.agreement(clock.agreementId)?.groupId === groupId : clock.state === 'running';
}

/** For those who work on it: one line for each promise. */
export function clockFacts(view: TicketView, reader: Reader, context: CardContext): readonly Fact[] {
  return view.clocks.filter((clock) => isShown(clock, view, context)).flatMap((clock) => {
    const stand = standOf(clock, reader, context.now);
    const name = clock.type === 'sla' ? reader.t(`metric.${clock.metric}`) : (context.directory.agreement(clock.agreementId)?.name ?? '');
    return stand ? [{ label: name, ...stand }] : [];
  });
}

function promiseOf(clock: ClockView, view: TicketView, { t, language, zone }: Reader, now: string): string | undefined {
  const due = clock.dueAt && shortTime(clock.dueAt, language, zone);
  const about = { kind: view.kind, due: due ?? '' };
  if (clock.state === 'running' && due) return t(`card.promise.${isBreached(clock, now) ? 'late' : 'due'}.${clock.metric}`, about);
  if (clock.state !== 'paused' || clock.metric !== 'resolution') return undefined;
  return t(view.holdReason === 'requester' ? 'card.promise.pausedForYou' : 'card.promise.paused', about);
}

/** For the person who asked: what they may count on, in plain words. */
export function promiseLines(view: TicketView, reader: Reader, now: string): readonly string[] {
  if (!isOpen(view.state)) return [];
  return view.clocks.filter(({ type }) => type === 'sla').flatMap((clock) => promiseOf(clock, view, reader, now) ?? []);
}
