import type { Directory } from '../catalog';
import type { Actor, Language } from '../kernel';
import type { ClockView } from '../sla';
import type { Agreement } from '../sla';
import type { TargetTime } from '../sla/agreement-schema';
import { nearTime, timeRange, dayRange, translator, wallTime, workingTime, type Translate } from '../strings';
import { canReadInternal, type Ticket } from '../tickets';

/** Who reads an explanation: words, zone, and how much is for them. */
export interface ExplainReader {
  readonly t: Translate;
  readonly language: Language;
  readonly now: string;
  /** Handles tickets: names, agreements and promises among groups are for them. */
  readonly isHandler: boolean;
  /** `yes` when the ticket waits for the reader when it waits for the requester. */
  readonly isYou: 'yes' | 'no';
  readonly directory: Directory;
  time(at: string | number): string;
  range(from: number, to: number): string;
  days(from: number, to: number): string;
  work(ms: number): string;
  wall(ms: number): string;
}

export function readerOf(actor: Actor, ticket: Pick<Ticket, 'requesterId' | 'reporterId'>, directory: Directory, now: string): ExplainReader {
  const { language, zone } = actor;
  const iso = (at: number): string => new Date(at).toISOString();
  return {
    t: translator(language), language, now, directory,
    isHandler: canReadInternal(actor),
    isYou: actor.id === ticket.requesterId || actor.id === ticket.reporterId ? 'yes' : 'no',
    time: (at) => nearTime(typeof at === 'number' ? iso(at) : at, now, language, zone),
    range: (from, to) => timeRange(iso(from), iso(to), now, language, zone),
    days: (from, to) => dayRange(iso(from), iso(to), now, language, zone),
    work: (ms) => workingTime(ms, language),
    wall: (ms) => wallTime(ms, language),
  };
}

const MINUTE = 60_000;
const HOUR_MINUTES = 60;

/** A target as people say it: "within 4 hours", "within 3 business days (24 h)", "by the close of the 2nd business day". */
export function deadline({ t, work }: ExplainReader, agreement: Agreement | undefined, { priority, targetMinutes }: Pick<ClockView, 'priority' | 'targetMinutes'>): string {
  const target: TargetTime | undefined = agreement?.targets[priority] ?? agreement?.targets['any'];
  const inDays = (agreement?.dayMinutes ?? 480) * (target?.value ?? 0);
  if (target?.unit === 'endOfDays') return t('why.deadline.endOfDays', { count: target.value });
  if (target?.unit === 'days' && Math.round(inDays) === targetMinutes) return t('why.deadline.days', { count: target.value, time: work(targetMinutes * MINUTE) });
  return targetMinutes % HOUR_MINUTES === 0 && targetMinutes > 0
    ? t('why.deadline.hours', { count: targetMinutes / HOUR_MINUTES })
    : t('why.deadline.minutes', { count: targetMinutes });
}
