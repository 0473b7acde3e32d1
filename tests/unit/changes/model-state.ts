import { foldChange, subjectOf, type Change, type ChangeEvent, type ChangeSubject } from '../../../shared/changes';
import type { Actor, ApprovalStep } from '../../../shared/kernel';
import { CHANGE, TIMES, type Around } from './model-world';

/** What one vote was about, as the content was when it was cast: the check's own note, beside what the code keeps. */
export type CastOn = ReadonlyMap<string, string>;

export interface ModelState {
  readonly change: Change;
  readonly subject: ChangeSubject;
  readonly around: Around;
  /** Index into `TIMES`. */
  readonly time: number;
  readonly castOn: CastOn;
  /** Who wrote what is decided about, by field: the check's own note again. */
  readonly wrote: ReadonlyMap<string, string>;
  /** Tokens that were worth something once: a few of them, to be tried again. */
  readonly former: readonly string[];
}

export const nowOf = ({ time }: ModelState): string => TIMES[time] as string;

/** Only what can make a difference for what may happen next; versions, names and texts are left out. */
export function canonical({ change, around, time, wrote }: ModelState): string {
  const { state, approval, hold } = change;
  const isOver = state === 'closed' || state === 'cancelled' || state === 'review';
  const isDecided = state !== 'new' && state !== 'closed' && state !== 'cancelled' && state !== 'review';
  return JSON.stringify([
    state, time, around.isFrozen, around.isExcepted, around.hasRival, change.plannedStart, change.plannedEnd, change.implementationPlan, change.itemIds, change.groupId, change.implementerId,
    change.experience, change.risk.level, hold ? [hold.keepsSlot] : 0, change.accepted.map(({ key, by }) => [key, by]).sort(), change.collisions.map(({ key }) => key).sort(),
    // Whoever proposed it never decides anyway.
    isOver ? 0 : [...wrote].filter(([, by]) => by !== change.requesterId).sort(),
    change.outcome, change.reviewReasons, change.review ? 1 : 0,
    isDecided && approval ? [approval.excludedIds, approval.steps.map((step) => stepKey(step, change))] : 0,
  ]);
}

function stepKey({ id, stage, quorum, seats, votes, requestedAt, remindedAt, escalatedAt, expiredAt, presentIds }: ApprovalStep, { content }: Change): unknown {
  const isCurrent = (on: Readonly<Record<string, number>> = {}): boolean => Object.entries(on).every(([part, version]) => content[part] === version);
  return [
    id, stage, quorum.mode, quorum.count, seats.map(({ personId, escalatedToId }) => [personId, escalatedToId]).sort(),
    votes.map(({ seatId, byId, decision, on }) => [seatId, byId, decision, isCurrent(on)]).sort(), requestedAt, remindedAt !== undefined, escalatedAt !== undefined, expiredAt !== undefined, presentIds,
  ];
}

/** The content as a reader sees it, per part of it, from the fields themselves. */
export function contentOf(change: Change): Readonly<Record<string, unknown>> {
  return {
    plan: [change.implementationPlan, change.testPlan, change.backoutPlan], items: [change.itemIds, change.serviceIds], window: [change.plannedStart, change.plannedEnd],
    risk: [change.experience, change.complexity],
  };
}

const WRITTEN = ['implementationPlan', 'itemIds', 'plannedStart', 'plannedEnd', 'experience'] as const;

/** Who wrote what stands there now, after somebody did something. */
function wroteAfter(wrote: ModelState['wrote'], before: Change, after: Change, by: string): ModelState['wrote'] {
  const written = WRITTEN.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
  return written.length > 0 ? new Map([...wrote, ...written.map((field): [string, string] => [field, by])]) : wrote;
}

export const voteName = (stepId: string, seatId: string, byId: string): string => `${stepId} ${seatId} ${byId}`;

/** The state after these events, as the store would have it. */
export function folded(before: ModelState, events: readonly ChangeEvent[], actor: Actor, action: string): ModelState {
  const at = nowOf(before);
  let { change } = before;
  for (const event of events) change = foldChange(change, { recordId: CHANGE, seq: change.version + 1, at, by: actor.id, byName: actor.name, role: 'employee', channel: 'card', action, event });
  return { ...before, change, subject: subjectOf(change), wrote: wroteAfter(before.wrote, before.change, change, actor.id), ...noted(before, change, events) };
}

function noted({ castOn, former, change: old }: ModelState, change: Change, events: readonly ChangeEvent[]): Pick<ModelState, 'castOn' | 'former'> {
  const casts = events.filter((event) => event.type === 'VoteCast');
  const notes = casts.map(({ step, vote }): [string, string] => [voteName(step, vote.seatId, vote.byId), JSON.stringify(contentOf(old))]);
  const live = new Set(change.approval?.steps.flatMap(({ seats, votes }) => seats.filter(({ personId }) => !votes.some(({ seatId }) => seatId === personId)).map(({ token }) => token)) ?? []);
  const tokens = old.approval?.steps.flatMap(({ seats }) => seats.map(({ token }) => token)).filter((token) => !live.has(token)) ?? [];
  return {
    castOn: notes.length > 0 ? new Map([...castOn, ...notes]) : castOn,
    former: tokens.length > 0 ? [...new Set([...former, ...tokens])].slice(-3) : former,
  };
}
