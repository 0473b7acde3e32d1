import type { ApprovalStep, Vote } from '../../../shared/kernel';
import { involvedIn } from './model-moves';
import { contentOf, nowOf, voteName, type ModelState } from './model-state';
import { EXCEPTION, EXCEPTION_DECIDER, FROZEN, ID, managerOf, SEATS, STEPS, substitutesOf, type Who } from './model-world';

/** What everybody may rely on, told without the code that is checked: a sentence for each thing that is wrong. */
export type Problems = readonly string[];

const WHO = new Map(Object.entries(ID).map(([who, id]) => [id, who as Who]));
const whoIs = (id: string): Who => WHO.get(id) ?? 'outsider';

const overlaps = (from: string, to: string, [begin, end]: readonly [string, string]): boolean => from < end && begin < to;

/** Does any of this time lie in a freeze that no exception lifts now, for these people who do the work? */
function isForbidden({ around }: ModelState, from: string, to: string, now: string, doers: readonly (string | undefined)[]): boolean {
  if (!around.isFrozen || !FROZEN.some((freeze) => overlaps(from, to, freeze))) return false;
  const isLifted = around.isExcepted && now < EXCEPTION.expiresAt && EXCEPTION.from <= from && to <= EXCEPTION.to && !doers.includes(ID[EXCEPTION_DECIDER]);
  return !isLifted;
}

const levelOf = ({ change }: ModelState): 'low' | 'veryHigh' => (change.experience === '3' ? 'veryHigh' : 'low');

/** People from whose authority this vote may come: the seat's, or their manager's once nobody had answered in time. */
function entitled(seat: Who, { escalatedAt }: ApprovalStep): readonly Who[] {
  const manager = escalatedAt ? managerOf(seat) : undefined;
  return [seat, ...substitutesOf(seat), ...(manager ? [manager, ...substitutesOf(manager)] : [])];
}

/** By whose authority somebody voted: every way that leads from the seat to them without anybody who is involved. */
function isIndependent({ seatId, byId }: Vote, step: ApprovalStep, involved: readonly string[]): boolean {
  const seat = whoIs(seatId);
  const by = whoIs(byId);
  const isFree = (who: Who): boolean => !involved.includes(ID[who]);
  const manager = step.escalatedAt ? managerOf(seat) : undefined;
  const bySeat = isFree(seat) && (by === seat || substitutesOf(seat).includes(by) || by === manager);
  const byManager = manager !== undefined && isFree(seat) && isFree(manager) && substitutesOf(manager).includes(by);
  return isFree(by) && (bySeat || byManager);
}

function isAboutNow(state: ModelState, stepId: string, vote: Vote, binds: readonly string[]): boolean {
  const then = state.castOn.get(voteName(stepId, vote.seatId, vote.byId));
  if (!then) return false;
  const before = JSON.parse(then) as Record<string, unknown>;
  const now = contentOf(state.change);
  return binds.every((part) => JSON.stringify(before[part]) === JSON.stringify(now[part]));
}

/** Steps that the policies ask for now and that are not approved by votes about what is written now. */
function notAgreed(state: ModelState): Problems {
  const { change } = state;
  const involved = involvedIn(state);
  return STEPS[levelOf(state)].flatMap(({ id, binds, needs }) => {
    const step = change.approval?.steps.find((entry) => entry.id === id);
    const seats = (SEATS[id] ?? []).map((who) => ID[who]).filter((personId) => !involved.includes(personId));
    const good = (step?.votes ?? []).filter((vote) => vote.decision === 'approved' && seats.includes(vote.seatId) && isAboutNow(state, id, vote, binds));
    const distinct = Math.min(new Set(good.map(({ seatId }) => seatId)).size, new Set(good.map(({ byId }) => byId)).size);
    return distinct >= needs ? [] : [`${id} is not approved: ${distinct} of ${needs}`];
  });
}

/** What must be true of every state, however it was reached. */
export function stateProblems(state: ModelState): Problems {
  const { change } = state;
  const problems: string[] = [];
  const isHeld = change.state === 'scheduled' || change.state === 'implement';
  if (isHeld) problems.push(...notAgreed(state).map((problem) => `${change.state}: ${problem}`));
  if (isHeld || change.state === 'assess' || change.state === 'authorize') {
    if (!change.plannedStart || !change.plannedEnd || !change.itemIds?.length || !change.implementerId) problems.push(`${change.state} without window, items or implementer`);
    const involved = involvedIn(state);
    for (const step of change.approval?.steps ?? []) {
      const by = step.votes.map(({ byId }) => byId);
      const seats = step.votes.map(({ seatId }) => seatId);
      if (new Set(by).size < by.length || new Set(seats).size < seats.length) problems.push(`two votes of one seat or person in ${step.id}`);
      for (const vote of step.votes) {
        if (!isIndependent(vote, step, involved)) problems.push(`${whoIs(vote.byId)} decided in ${step.id} from the seat of ${whoIs(vote.seatId)}`);
        if (!isAboutNow(state, step.id, vote, STEPS[levelOf(state)].find(({ id }) => id === step.id)?.binds ?? [])) problems.push(`a vote in ${step.id} is about something else`);
      }
    }
  }
  if ((change.risk.level === 'veryHigh') !== (levelOf(state) === 'veryHigh')) problems.push('the risk is not that of the answers');
  return problems;
}

/** What must be true of every single thing that somebody did. */
export function edgeProblems(before: ModelState, after: ModelState, types: readonly string[], by: string, input: object): Problems {
  const problems: string[] = [];
  const now = nowOf(before);
  const { plannedStart = '', plannedEnd = '' } = after.change;
  const isMoved = before.change.plannedStart !== plannedStart || before.change.plannedEnd !== plannedEnd;
  const isHandedOver = before.change.implementerId !== after.change.implementerId;
  const isPlaced = after.change.state === 'scheduled' && (before.change.state !== 'scheduled' || isMoved || isHandedOver);
  if (isPlaced && isForbidden(after, plannedStart, plannedEnd, now, [after.change.implementerId])) problems.push('scheduled inside a freeze');
  if (types.includes('ChangeStarted')) {
    if (isForbidden(after, now < plannedStart ? now : plannedStart, plannedEnd, now, [after.change.implementerId, by])) problems.push('started inside a freeze');
    if (now > plannedEnd || Date.parse(now) < Date.parse(plannedStart) - 15 * 60_000) problems.push('started outside of its window');
    if (before.change.state !== 'scheduled' || before.change.hold) problems.push('started without being scheduled');
    if (before.change.approval?.steps.some(({ votes }) => votes.some((vote) => vote.byId === by || vote.seatId === by))) problems.push('started by somebody who decided about it');
  }
  if (types.includes('VoteCast')) problems.push(...castProblems(before, after, by, input));
  return [...problems, ...tokenProblems(before, after)];
}

function castProblems(before: ModelState, after: ModelState, by: string, input: object): Problems {
  const press = input as { readonly step?: string; readonly token?: string };
  const step = before.change.approval?.steps.find(({ id }) => id === press.step);
  const seat = step?.seats.find(({ token }) => token === press.token);
  if (!step || !seat) return ['a vote was counted with a token that no seat of this step has'];
  const cast = after.change.approval?.steps.find(({ id }) => id === step.id)?.votes.find((vote) => vote.seatId === seat.personId);
  const problems: string[] = [];
  if (step.votes.some(({ seatId }) => seatId === seat.personId)) problems.push('a token was used twice');
  if (before.former.includes(seat.token)) problems.push('a former token was accepted');
  if (cast && cast.byId !== by) problems.push('a vote was noted for somebody else');
  if (!entitled(whoIs(seat.personId), step).includes(whoIs(by))) problems.push(`${whoIs(by)} has no right to the seat of ${whoIs(seat.personId)}`);
  return problems;
}

/** A token stays with its seat while nothing has happened to it; everything else gets one that never was there. */
function tokenProblems(before: ModelState, after: ModelState): Problems {
  const seatsOf = ({ change }: ModelState) => (change.approval?.steps ?? []).flatMap((step) => step.seats.map((seat) => ({ ...seat, step, name: `${step.id} ${seat.personId}` })));
  const then = seatsOf(before);
  return seatsOf(after).flatMap(({ token, name, step, personId }) => {
    const former = then.find((seat) => seat.token === token);
    if (!former) return before.former.includes(token) ? [`a former token is worth something again: ${name}`] : [];
    const wasUsed = former.step.votes.some(({ seatId }) => seatId === former.personId);
    const isUsed = step.votes.some(({ seatId }) => seatId === personId);
    if (former.name !== name) return [`the token of ${former.name} went to ${name}`];
    return wasUsed && !isUsed ? [`the token of ${name} is open again`] : [];
  });
}
