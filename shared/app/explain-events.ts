import type { Agreement, ClockView, Effect, Effects, Piece } from '../sla';
import type { ClockEvent } from '../sla/explain-views';
import type { TimelineEntry } from '../tickets';
import { deadline, type ExplainReader } from './explain-reader';

/** Nobody expects these to touch a clock. */
const BESIDE = new Set([
  'TicketEdited', 'FilesAttached', 'TicketRated', 'WatcherAdded', 'WatcherRemoved', 'LinkAdded', 'LinkRemoved', 'TicketRestricted', 'TicketUnrestricted', 'ThresholdPassed',
]);
const REPLY_METRICS = new Set<ClockView['metric']>(['firstResponse', 'nextReply', 'periodicUpdate']);
const TARGET_EVENTS = new Set(['TicketClassified', 'PriorityOverridden', 'PriorityOverrideCleared', 'TicketConverted']);
const WORK_EVENTS = new Set(['TicketAssigned', 'TicketTaken', 'WorkStarted']);

/** Nobody reads more. */
const MAX_EVENTS = 200;

export interface ToldEvents {
  readonly events: readonly ClockEvent[];
  /** How many events of a long history are not among them. */
  readonly leftOut: number;
}

interface Explained {
  readonly clock: ClockView;
  readonly effects: Effects;
  readonly pieces: readonly Piece[];
  readonly agreement: (id: string) => Agreement | undefined;
}

function silence({ type, from }: TimelineEntry, { metric, type: promise }: ClockView, state: ClockView['state']): string {
  const isReply = REPLY_METRICS.has(metric);
  if (type === 'NoteAdded' && isReply && state !== 'stopped') return 'note';
  if (state === 'stopped' || state === 'cancelled') return 'stopped';
  if (type === 'ReplyAdded' && from === 'requester' && metric === 'nextReply' && state === 'running') return 'alreadyWaiting';
  if (type === 'ReplyAdded' && metric === 'nextReply') return 'nobodyWaited';
  if (state === 'paused') return 'stillPaused';
  if (state === 'none') return metric === 'nextReply' ? 'nobodyWaited' : 'notBegun';
  if (type === 'ReplyAdded') return isReply ? 'requester' : 'message';
  if (type === 'TicketPutOnHold') return 'hold';
  if (TARGET_EVENTS.has(type)) return 'sameTarget';
  return WORK_EVENTS.has(type) && promise === 'sla' ? 'work' : 'other';
}

/** A pause that began here, is over, and cost no open time. */
const wasOutside = ({ pieces, clock }: Explained, at: string): boolean =>
  pieces.some(({ from, kind, openMs }, index) => kind === 'paused' && from === Date.parse(at) && openMs === 0 && (clock.state !== 'paused' || index < pieces.length - 1));

const MINUTE = 60_000;

function pausedWords({ t, work }: ExplainReader, after: ClockView | undefined): string {
  if (after?.isBreached) return t('why.effect.pausedLate');
  return t('why.effect.paused', { left: work(((after?.targetMinutes ?? 0) - (after?.usedMinutes ?? 0)) * MINUTE) });
}

function withDue(reader: ExplainReader, key: string, { after, dueBefore }: Effect, more: Readonly<Record<string, string>> = {}): string {
  const { t, time } = reader;
  const due = after?.dueAt;
  if (!due) return t(`why.effect.${key}NoDue`, more);
  if (key === 'started' || key === 'restarted') return t(`why.effect.${key}`, { due: time(due) });
  return dueBefore === undefined || dueBefore === due ? t(`why.effect.${key}Same`, { due: time(due), ...more }) : t(`why.effect.${key}`, { due: time(due), before: time(dueBefore), ...more });
}

function effectWords(reader: ExplainReader, effect: Effect, entry: TimelineEntry, explained: Explained): string {
  const { t, now, isHandler, time } = reader;
  const { kind, after, before, dueBefore } = effect;
  const endedBroken = after?.previous.at(-1)?.isBreached ?? false;
  switch (kind) {
    case 'started':
      return after?.state === 'paused' ? t('why.effect.startedPaused') : withDue(reader, 'started', effect);
    case 'paused':
      return wasOutside(explained, entry.at) ? t('why.effect.pausedOutside') : pausedWords(reader, after);
    case 'resumed':
      return withDue(reader, 'resumed', effect);
    case 'stopped':
      return t(after?.isBreached ? 'why.effect.stoppedBroken' : 'why.effect.stoppedKept');
    case 'answered':
      return t(endedBroken ? 'why.effect.answeredBroken' : 'why.effect.answeredKept');
    case 'restarted':
      return withDue(reader, 'restarted', effect);
    case 'retargeted':
      return after ? withDue(reader, 'retargeted', effect, { deadline: deadline(reader, isHandler ? explained.agreement(after.agreementId) : undefined, after) }) : t('why.none.other');
    case 'moved':
      return t('why.effect.moved', { due: time(after?.dueAt ?? now), before: time(dueBefore ?? before?.dueAt ?? now) });
    case 'cancelled':
    case 'detached':
      return t(`why.effect.${kind}`);
    default:
      return t('why.none.other');
  }
}

/**
 * What every event that this reader may see did to the clock, and why others did nothing. Those who wait are told only what
 * had an effect: everything else is work.
 */
export function eventsOf(reader: ExplainReader, timeline: readonly TimelineEntry[], explained: Explained): ToldEvents {
  const { bySeq, toldFrom } = explained.effects;
  let state: ClockView['state'] = 'none';
  const isTold = ({ seq }: TimelineEntry): boolean => seq > toldFrom || seq === timeline[0]?.seq;
  const events = timeline.filter(isTold).flatMap((entry): readonly ClockEvent[] => {
    const effect = bySeq.get(entry.seq);
    state = effect?.after?.state ?? state;
    const kind = effect?.kind ?? 'none';
    if (kind === 'none' && (BESIDE.has(entry.type) || !reader.isHandler)) return [];
    const effectText = kind === 'none' || !effect ? reader.t(`why.none.${silence(entry, explained.clock, state)}`) : effectWords(reader, effect, entry, explained);
    return [{ seq: entry.seq, at: entry.at, when: reader.time(entry.at), line: entry.line, effect: kind, effectText }];
  });
  const shown = events.length > MAX_EVENTS ? [...events.slice(0, 1), ...events.slice(1 - MAX_EVENTS)] : events;
  return { events: shown, leftOut: events.length - shown.length + timeline.filter((entry) => !isTold(entry) && !BESIDE.has(entry.type)).length };
}
