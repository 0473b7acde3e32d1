import { refuse, type Actor, type Recorded, type Refused } from '../kernel';
import {
  effectsOf, explainTrace, foldPieces, heldByGroup, heldTime, isBreached, presentPause, sharesOf, stepsOf, totalsOf, traceClocks, type ClockView, type HeldTime, type Holder,
} from '../sla';
import type { ClockExplanation, HeldExplanation, HeldShare, TicketExplanation } from '../sla/explain-views';
import type { Ticket, TicketView } from '../tickets';
import { earlierOf, headlineOf, nameOf, notesOf, promiseOf, type Told } from './explain-clock';
import { eventsOf } from './explain-events';
import { readerOf, type ExplainReader } from './explain-reader';
import { stretchesOf, totalsInWords } from './explain-stretches';
import { termsOfClock, type ClockTerms } from './explain-terms';
import { openRecord, viewRecord, type ViewContext } from './load';

const TYPE_ORDER = ['sla', 'ola', 'contract'];
const STATE_ORDER = ['running', 'paused', 'stopped', 'none', 'cancelled'];

/** What is due next comes first: promises to customers before those among us, running ones before all others. */
function byUrgency(left: ClockView, right: ClockView): number {
  const rank = ({ type, state }: ClockView): number => TYPE_ORDER.indexOf(type) * 10 + STATE_ORDER.indexOf(state);
  return rank(left) - rank(right) || (left.dueAt ?? '9').localeCompare(right.dueAt ?? '9') || left.key.localeCompare(right.key);
}

function explainClock(reader: ExplainReader, clock: ClockView, terms: ClockTerms, ticket: Ticket, timeline: TicketView['timeline']): ClockExplanation {
  const now = Date.parse(reader.now);
  const input = { receivedAt: ticket.receivedAt, facts: ticket.facts };
  const trace = clock.state === 'none' ? undefined : traceClocks(input, terms.levels).find(({ view }) => view.key === clock.key);
  const agreement = terms.agreement(clock.agreementId);
  const pieces = trace && agreement ? explainTrace({ ...trace, view: clock }, agreement, { open: terms.open, members: terms.members, now }) : [];
  const told: Told = { clock, ticket, terms, pieces, totals: totalsOf(pieces, now), pause: trace && agreement ? presentPause(trace, agreement) : undefined };
  const effects = effectsOf(input, terms.levels, clock);
  const { events, leftOut } = eventsOf(reader, timeline, { clock, effects, pieces, agreement: terms.agreement });
  return {
    key: clock.key,
    metric: clock.metric,
    type: clock.type,
    name: nameOf(reader, clock, agreement),
    state: clock.state,
    isBreached: isBreached(clock, reader.now),
    ...(clock.dueAt && { dueAt: clock.dueAt }),
    headline: headlineOf(reader, told),
    promise: promiseOf(reader, told),
    notes: notesOf(reader, told, trace !== undefined || clock.state === 'none'),
    stretches: stretchesOf(reader, foldPieces(pieces, terms.open), { agreement, dueAt: clock.dueAt }),
    totals: pieces.length > 0 ? totalsInWords(reader, told.totals, clock.targetMinutes) : [],
    earlier: earlierOf(reader, told, effects.bySeq, timeline),
    events,
    ...(leftOut > 0 && { eventsNote: reader.t('why.events.leftOut', { count: leftOut }) }),
  };
}

function holderLabel({ t, directory, isHandler, isYou }: ExplainReader, holder: Holder, names: ReadonlyMap<string, string>): string {
  const groupName = 'groupId' in holder ? directory.group(holder.groupId)?.name : undefined;
  if (holder.kind === 'requester') return t('why.held.requester', { isYou });
  const isOurs = ['person', 'queue', 'group', 'nobody'].includes(holder.kind);
  if (!isHandler) return t(isOurs ? 'why.held.us' : 'why.held.others');
  switch (holder.kind) {
    case 'person': {
      const person = directory.person(holder.personId)?.name ?? names.get(holder.personId) ?? holder.personId;
      return groupName ? t('why.held.person', { person, group: groupName }) : person;
    }
    case 'queue':
      return t('why.held.queue', { group: groupName ?? holder.groupId });
    case 'group':
      return groupName ?? holder.groupId;
    case 'supplier':
      return t('why.held.supplier', { supplier: holder.supplier ?? t('why.pause.anySupplier') });
    case 'hold':
      return t(`why.held.hold.${holder.holdReason}`);
    default:
      return t(`why.held.${holder.kind}`);
  }
}

/** Holders in words with their shares; who reads as the same is one. */
function sharesInWords(reader: ExplainReader, held: readonly HeldTime[], names: ReadonlyMap<string, string>): readonly HeldShare[] {
  const rows = new Map<string, { kind: HeldShare['kind']; openMs: number; wallMs: number }>();
  for (const { holder, openMs, wallMs } of held) {
    const label = holderLabel(reader, holder, names);
    const known = rows.get(label);
    const kind = ['person', 'queue', 'group', 'nobody'].includes(holder.kind) ? 'us' : 'waiting';
    rows.set(label, { kind, openMs: openMs + (known?.openMs ?? 0), wallMs: wallMs + (known?.wallMs ?? 0) });
  }
  const entries = [...rows];
  const openPercents = sharesOf(entries.map(([, { openMs }]) => openMs));
  const wallPercents = sharesOf(entries.map(([, { wallMs }]) => wallMs));
  return entries.map(([label, { kind, openMs, wallMs }], index) => ({
    label, kind, open: reader.work(openMs), openPercent: openPercents[index] ?? 0, wall: reader.wall(wallMs), wallPercent: wallPercents[index] ?? 0,
  }));
}

/** Names as they were: people leave, and an import knows people that the directory does not. */
function namesIn(history: readonly Recorded[]): ReadonlyMap<string, string> {
  const events = history.map(({ event }) => event as { readonly assigneeId?: string; readonly assigneeName?: string });
  return new Map(events.flatMap(({ assigneeId, assigneeName }) => (assigneeId && assigneeName ? [[assigneeId, assigneeName] as const] : [])));
}

function heldOf(reader: ExplainReader, ticket: Ticket, names: ReadonlyMap<string, string>, resolution: ClockTerms['open'] | undefined, clock: ClockView | undefined): HeldExplanation {
  const levels = reader.directory.serviceLevels();
  const steps = stepsOf({ receivedAt: ticket.receivedAt, facts: ticket.facts }, levels);
  const held = heldTime(steps, Date.parse(reader.now), clock && resolution?.(clock.calendarId)?.time);
  const shares = sharesInWords(reader, held, names);
  const groups = heldByGroup(held);
  return reader.isHandler && groups.length < held.length ? { shares, groups: sharesInWords(reader, groups, names) } : { shares };
}

/**
 * Why a ticket is due then: every clock in words, and who had the ticket for how long; in the reader's language and zone. A
 * ticket that is not there and one that is not for this reader are refused alike. Employees get the promises to customers in
 * plain words; notes, agreements, and what groups and suppliers promise are for those who handle tickets. `clocksOf` gives
 * other clocks than the stored ones, to explain what would be.
 */
export async function explainTicket(
  context: ViewContext,
  id: string,
  clocksOf = (_ticket: Ticket, stored: readonly ClockView[]): readonly ClockView[] => stored,
): Promise<{ readonly explanation: TicketExplanation } | Refused> {
  const { storage, partition, desk, actor, now } = context;
  const opened = await openRecord(storage, partition, id);
  if (opened?.practice.name !== 'tickets' || !opened.practice.canRead(actor, opened.head.record)) return refuse('kernel.notFound');
  const ticket = opened.head.record as unknown as Ticket;
  const { timeline } = (await viewRecord(context, opened)) as TicketView;
  const reader = readerOf(actor, ticket, desk.directory, now);
  const stored = clocksOf(ticket, (opened.head.extra.clocks ?? []) as readonly ClockView[]);
  const shown = stored.filter(({ type }) => reader.isHandler || type === 'sla').sort(byUrgency);
  const withTerms = await Promise.all(shown.map(async (clock) => ({ clock, terms: await termsOfClock(clock, desk.directory, storage, partition) })));
  const clocks = withTerms.map(({ clock, terms }) => explainClock(reader, clock, terms, ticket, timeline));
  const resolution = withTerms.find(({ clock }) => clock.key === 'sla resolution') ?? withTerms[0];
  const first = clocks[0];
  return {
    explanation: {
      id: ticket.id,
      title: ticket.title,
      now,
      summary: first ? `${first.name}: ${first.headline}` : reader.t('why.summary.none'),
      clocks,
      held: heldOf(reader, ticket, namesIn(opened.history), resolution?.terms.open, resolution?.clock),
    },
  };
}

export type Explain = (id: string, actor: Actor) => Promise<{ readonly explanation: TicketExplanation } | Refused>;
