import { isBreached, type Agreement, type ClockView, type Effect, type ExplainedTotals, type PauseReason, type Piece } from '../sla';
import type { EarlierTerms } from '../sla/explain-views';
import type { Ticket, TimelineEntry } from '../tickets';
import { deadline, type ExplainReader } from './explain-reader';
import type { ClockTerms } from './explain-terms';

const MINUTE = 60_000;

export interface Told {
  readonly clock: ClockView;
  readonly ticket: Ticket;
  readonly terms: ClockTerms;
  readonly pieces: readonly Piece[];
  readonly totals: ExplainedTotals;
  /** Of a clock that is paused now. */
  readonly pause?: PauseReason | undefined;
}

function promiser({ t, directory }: ExplainReader, agreement: Agreement | undefined): { readonly group: string; readonly supplier: string } {
  return { group: directory.group(agreement?.groupId)?.name ?? '', supplier: agreement?.supplier ?? t('why.pause.anySupplier') };
}

export function nameOf(reader: ExplainReader, clock: ClockView, agreement: Agreement | undefined): string {
  const { t } = reader;
  return t(`why.name.${clock.type}`, { metric: t(`metric.${clock.metric}`), ...promiser(reader, agreement) });
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** What is promised, in one sentence; for those who wait without the names of agreements and calendars. */
export function promiseOf(reader: ExplainReader, { clock, ticket, terms }: Told): string {
  const { t, isHandler } = reader;
  const agreement = terms.agreement(clock.agreementId);
  const calendar = terms.open(clock.calendarId)?.calendar;
  if (!isHandler) {
    const key = clock.metric === 'resolution' ? `resolution.${ticket.kind}` : clock.metric;
    const isAround = calendar !== undefined && isAlwaysOpen(terms, clock);
    return [t(`why.plain.${key}`, { deadline: deadline(reader, agreement, clock) }), ...(isAround ? [] : [t('why.plain.calendar')])].join(' ');
  }
  const sentence = t(`why.promise.${clock.type}`, {
    metric: t(`metric.${clock.metric}`), deadline: deadline(reader, agreement, clock), priority: t(`priority.${clock.priority}`),
    agreement: agreement?.name ?? clock.agreementId, version: clock.agreementVersion, ...promiser(reader, agreement),
  });
  const promised = ticket.ordered ? ticket.ordered.targetMinutes : terms.levels.promisedMinutes(ticket.offeringId ? { offeringId: ticket.offeringId } : {});
  const isItem = clock.type === 'sla' && clock.metric === 'resolution' && promised === clock.targetMinutes;
  return [
    capital(sentence),
    ...(isItem ? [t('why.promise.item')] : []),
    t('why.promise.calendar', { calendar: calendar?.name ?? clock.calendarId, zone: calendar?.zone ?? '' }),
  ].join(' ');
}

const WEEK_MS = 7 * 86_400_000;

function isAlwaysOpen({ open }: ClockTerms, { calendarId, startedAt }: ClockView): boolean {
  const start = Date.parse(startedAt);
  return open(calendarId)?.time.between(start, start + WEEK_MS) === WEEK_MS;
}

function resumeWords({ t, isYou, directory }: ExplainReader, { pause, terms, clock }: Told): string {
  if (pause?.kind === 'hold' && pause.holdReason === 'requester') return t('why.resume.requester', { isYou });
  if (pause?.kind === 'notOwned') return t('why.resume.notOwned', { group: directory.group(terms.agreement(clock.agreementId)?.groupId)?.name ?? '' });
  if (pause?.kind === 'notWithSupplier') return t('why.resume.notWithSupplier');
  return pause?.kind === 'state' ? t('why.resume.state', { state: t(`state.${pause.state}`) }) : t('why.resume.hold');
}

/** How the clock stands, in one sentence. */
export function headlineOf(reader: ExplainReader, told: Told): string {
  const { t, time, work, now } = reader;
  const { clock, totals } = told;
  const due = clock.dueAt === undefined ? undefined : time(clock.dueAt);
  const leftMs = clock.targetMinutes * MINUTE - totals.countedMs;
  const at = clock.stoppedAt === undefined ? '' : time(clock.stoppedAt);
  const isLate = isBreached(clock, now);
  switch (clock.state) {
    case 'running':
      if (due === undefined) return t('why.head.neverOpens');
      return isLate ? t('why.head.late', { due, late: work(-leftMs) }) : t('why.head.running', { due, left: work(leftMs) });
    case 'paused': {
      const since = time(clock.pausedSince ?? clock.startedAt);
      const resume = resumeWords(reader, told);
      return due !== undefined && isLate ? t('why.head.pausedLate', { since, due, resume }) : t('why.head.paused', { since, left: work(leftMs), resume });
    }
    case 'stopped':
      if (due === undefined) return t('why.head.keptNoDue', { at });
      return t(isLate ? 'why.head.broken' : 'why.head.kept', { at, due });
    case 'cancelled':
      return t('why.head.cancelled');
    case 'none':
      return t(clock.metric === 'nextReply' ? 'why.head.noneOwed' : 'why.head.none');
  }
}

const isOver = ({ state }: ClockView): boolean => state === 'stopped' || state === 'cancelled';

/** What somebody should know besides. */
export function notesOf(reader: ExplainReader, { clock, terms }: Told, isTraced: boolean): readonly string[] {
  const { t, time, isHandler, directory, now } = reader;
  const { agreement, calendar } = terms.changed;
  const notes: string[] = [];
  if (clock.neverOpens) {
    const owner = directory.person(terms.agreement(clock.agreementId)?.ownerId)?.name ?? t('why.note.administrator');
    notes.push(isHandler ? t('why.note.neverOpens', { calendar: terms.open(clock.calendarId)?.calendar.name ?? clock.calendarId, owner }) : t('why.note.plainNeverOpens'));
  }
  if (!isHandler) return notes;
  if (clock.retargetedAt && clock.dueAt && clock.dueAt < clock.retargetedAt && isBreached(clock, now)) notes.push(t('why.note.lateAtRetarget', { at: time(clock.retargetedAt) }));
  if (!isOver(clock) && (agreement !== undefined || calendar !== undefined)) notes.push(t('why.note.beingRecomputed'));
  else {
    if (agreement !== undefined) notes.push(t('why.note.agreementChanged', { now: agreement, then: clock.agreementVersion }));
    if (calendar !== undefined) notes.push(t('why.note.calendarChanged', { now: calendar, then: clock.calendarVersion }));
  }
  if (!isTraced) notes.push(t('why.note.untraced'));
  return notes;
}

/** The event that ended earlier terms, if this reader may see it. */
function endOf(index: number, effects: ReadonlyMap<number, Effect>, timeline: readonly TimelineEntry[]): TimelineEntry | undefined {
  for (const [seq, { before, after }] of effects) {
    if ((after?.previous.length ?? 0) > index && (before?.previous.length ?? 0) <= index) return timeline.find((entry) => entry.seq === seq);
  }
  return undefined;
}

/** Of a conversation of hundreds of messages the last rounds are told. */
const MAX_EARLIER = 40;

/** Terms and cycles that came before, what came of them, and who ended them; for those who handle the ticket. */
export function earlierOf(reader: ExplainReader, { clock, terms }: Told, effects: ReadonlyMap<number, Effect>, timeline: readonly TimelineEntry[]): readonly EarlierTerms[] {
  const { t, range, work, time } = reader;
  if (!reader.isHandler) return [];
  const skipped = Math.max(0, clock.previous.length - MAX_EARLIER);
  return clock.previous.slice(skipped).map((old, place) => {
    const index = skipped + place;
    const used = work(old.usedMinutes * MINUTE);
    const isDecided = old.because === 'replied' || old.because === 'newCycle';
    const key = !old.dueAt ? 'noDue' : old.isBreached ? 'broken' : isDecided ? 'kept' : 'open';
    const entry = endOf(index, effects, timeline);
    return {
      when: range(Date.parse(old.startedAt), Date.parse(old.endedAt)),
      promise: capital(t('why.earlier.promise', { deadline: deadline(reader, terms.agreement(old.agreementId), old), priority: t(`priority.${old.priority}`) })),
      outcome: t(`why.earlier.${key}`, { used, due: old.dueAt ? time(old.dueAt) : '' }),
      because: [t(`why.because.${old.because}`), ...(entry ? [`${entry.line} (${time(entry.at)})`] : [])].join(' '),
    };
  });
}
