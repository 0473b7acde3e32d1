import type { Directory } from '../catalog';
import { hasRole, refuse, type Action, type Actor, type FieldProblem, type Recorded, type Refused, type RegisterEvent, type Schema } from '../kernel';
import { DAY, MINUTE } from '../sla';
import { turnsOf } from './duty';
import type { Shift } from './shift';
import { declineSwapSchema, proposeSwapSchema, removeSwapSchema, setSwapSchema, swapIdSchema, type Swap, type SwapProposal } from './shift-schema';

export type SwapEvent =
  | { readonly type: 'SwapProposed'; readonly proposal: SwapProposal }
  | { readonly type: 'SwapConfirmed'; readonly proposal: SwapProposal }
  | { readonly type: 'SwapDeclined'; readonly proposal: SwapProposal; readonly reason?: string }
  | { readonly type: 'SwapProposalWithdrawn'; readonly proposal: SwapProposal }
  | { readonly type: 'SwapSet' | 'SwapRemoved'; readonly swap: Swap };

export type ShiftEvent = RegisterEvent | SwapEvent;
export type RecordedShiftEvent = Recorded<ShiftEvent>;

/** At most so many at a time; those that are long over make room. */
export const MAX_SWAPS = 200;
const MAX_PROPOSALS = 20;
/** Longer ago nobody looks at who had a shift. */
const KEPT = 35 * DAY;
const LONGEST = 35 * DAY;
const FARTHEST = 180 * DAY;

const isSame = (left: Swap, right: Swap): boolean => left.from === right.from && left.outId === right.outId;
const proposalsOf = ({ swapProposals = [] }: Shift): readonly SwapProposal[] => swapProposals;
const withoutProposal = (shift: Shift, { id }: SwapProposal): readonly SwapProposal[] => proposalsOf(shift).filter((other) => other.id !== id);
const kept = (swaps: readonly Swap[], at: string): readonly Swap[] => swaps.filter(({ to }) => Date.parse(to) > Date.parse(at) - KEPT);

/** The shift after an event about its swaps; undefined for all other events. */
export function foldSwap(shift: Shift, { event, seq, at }: RecordedShiftEvent): Shift | undefined {
  const base = { ...shift, version: seq, updatedAt: at };
  const swaps = kept(shift.swaps ?? [], at);
  switch (event.type) {
    case 'SwapProposed':
      return { ...base, swapProposals: [...proposalsOf(shift), event.proposal] };
    case 'SwapDeclined':
    case 'SwapProposalWithdrawn':
      return { ...base, swapProposals: withoutProposal(shift, event.proposal) };
    case 'SwapConfirmed': {
      const { id: _id, ...swap } = event.proposal;
      return { ...base, swapProposals: withoutProposal(shift, event.proposal), swaps: [...swaps, swap] };
    }
    case 'SwapSet':
      return { ...base, swaps: [...swaps, event.swap] };
    case 'SwapRemoved':
      return { ...base, swaps: swaps.filter((swap) => !isSame(swap, event.swap)) };
    default:
      return undefined;
  }
}

const invalid = (problem: FieldProblem): Refused => refuse('kernel.invalidInput', undefined, [problem]);

/** Why this swap cannot be: times, people, and whether there is anything to swap. */
function problemOf(shift: Shift, { from, to, outId, inId }: Swap, config: Directory, now: string): Refused | undefined {
  const start = Date.parse(from);
  const end = Date.parse(to);
  if (end <= start) return invalid({ field: 'to', code: 'beforeStart' });
  if (to <= now) return invalid({ field: 'to', code: 'notInFuture' });
  if (end - start > LONGEST) return invalid({ field: 'to', code: 'tooFar', params: { days: LONGEST / DAY } });
  if (start - Date.parse(now) > FARTHEST) return invalid({ field: 'from', code: 'tooFar', params: { days: FARTHEST / DAY } });
  const group = config.group(shift.groupId);
  const isIn = group?.memberIds?.includes(inId) || group?.leadIds?.includes(inId);
  if (!isIn || config.person(inId)?.retired !== false || inId === outId) return invalid({ field: 'inId', code: 'notInGroup' });
  const turns = turnsOf(shift, start, end).filter((turn) => turn.memberIds.includes(outId));
  if (turns.length === 0) return refuse('shifts.notTheirs', { person: config.person(outId)?.name ?? outId });
  if (turns.some(({ memberIds }) => memberIds.includes(inId))) return refuse('shifts.alreadyOn', { person: config.person(inId)?.name ?? inId });
  return kept(shift.swaps ?? [], now).length >= MAX_SWAPS ? refuse('shifts.swapsFull', { max: MAX_SWAPS }) : undefined;
}

type ShiftAction<S extends Schema> = Action<Shift, Shift, ShiftEvent, Directory, S>;

const hasTurns = ({ memberIds = [] }: Partial<Pick<Shift, 'memberIds'>>, { id }: Actor): boolean => memberIds.includes(id);
const isLive = (shift: Shift | undefined): shift is Shift => shift?.retired === false;
const plans = (actor: Actor, shift: Shift): boolean => hasRole(actor, 'administrator') || actor.leadsGroupIds.includes(shift.groupId);

/** Somebody asks a colleague to take their shift for a while. Nothing changes before that person says yes. */
export const proposeSwap: ShiftAction<typeof proposeSwapSchema> = {
  name: 'shifts.proposeSwap',
  schema: proposeSwapSchema,
  repeat: 'check',
  can: (actor, shift) => isLive(shift) && hasTurns(shift, actor),
  decide(entry, { from, to, inId }, { actor, config, now }) {
    const shift = entry as Shift;
    const swap = { from, to, outId: actor.id, inId };
    const problem = problemOf(shift, swap, config, now);
    if (problem) return problem;
    const running = proposalsOf(shift).filter((proposal) => proposal.to > now);
    if (running.some((proposal) => proposal.inId === inId && isSame(proposal, swap))) return refuse('kernel.nothingChanged');
    if (running.length >= MAX_PROPOSALS) return refuse('shifts.proposalsFull', { max: MAX_PROPOSALS });
    return { events: [{ type: 'SwapProposed', proposal: { ...swap, id: `W${shift.version + 1}` } }] };
  },
};

const ofActor = (side: 'inId' | 'outId') => (actor: Actor, shift: Shift | undefined): boolean => isLive(shift) && proposalsOf(shift).some((proposal) => proposal[side] === actor.id);

/** What the actor is asked, or has asked, under this name; a refusal where it is answered or was never theirs. */
function proposalOf(shift: Shift, swapId: string, side: 'inId' | 'outId', actor: Actor): SwapProposal | Refused {
  return proposalsOf(shift).find((proposal) => proposal.id === swapId && proposal[side] === actor.id) ?? refuse('shifts.noProposal');
}

/** The colleague takes it: from now on the plan has them. */
export const confirmSwap: ShiftAction<typeof swapIdSchema> = {
  name: 'shifts.confirmSwap',
  schema: swapIdSchema,
  repeat: 'check',
  can: ofActor('inId'),
  decide(entry, { swapId }, { actor, config, now }) {
    const shift = entry as Shift;
    const proposal = proposalOf(shift, swapId, 'inId', actor);
    if ('refused' in proposal) return proposal;
    return problemOf(shift, proposal, config, now) ?? { events: [{ type: 'SwapConfirmed', proposal }] };
  },
};

export const declineSwap: ShiftAction<typeof declineSwapSchema> = {
  name: 'shifts.declineSwap',
  schema: declineSwapSchema,
  repeat: 'check',
  can: ofActor('inId'),
  decide(entry, { swapId, reason }, { actor }) {
    const proposal = proposalOf(entry as Shift, swapId, 'inId', actor);
    return 'refused' in proposal ? proposal : { events: [{ type: 'SwapDeclined', proposal, ...(reason && { reason }) }] };
  },
};

export const withdrawSwap: ShiftAction<typeof swapIdSchema> = {
  name: 'shifts.withdrawSwap',
  schema: swapIdSchema,
  repeat: 'check',
  can: ofActor('outId'),
  decide(entry, { swapId }, { actor }) {
    const proposal = proposalOf(entry as Shift, swapId, 'outId', actor);
    return 'refused' in proposal ? proposal : { events: [{ type: 'SwapProposalWithdrawn', proposal }] };
  },
};

/** Those who plan the shift say who has it, without asking anybody. */
export const setSwap: ShiftAction<typeof setSwapSchema> = {
  name: 'shifts.setSwap',
  schema: setSwapSchema,
  repeat: 'check',
  can: (actor, shift) => isLive(shift) && plans(actor, shift),
  decide: (entry, swap, { config, now }) => problemOf(entry as Shift, swap, config, now) ?? { events: [{ type: 'SwapSet', swap }] },
};

/** Back to the plan. */
export const removeSwap: ShiftAction<typeof removeSwapSchema> = {
  name: 'shifts.removeSwap',
  schema: removeSwapSchema,
  repeat: 'check',
  can: (actor, shift) => isLive(shift) && plans(actor, shift),
  decide(entry, { from, outId }, { now }) {
    // Times that people typed have no seconds.
    const found = (entry as Shift).swaps?.find((swap) => swap.outId === outId && Math.abs(Date.parse(swap.from) - Date.parse(from)) < MINUTE && swap.to > now);
    return found ? { events: [{ type: 'SwapRemoved', swap: found }] } : refuse('shifts.noSwap');
  },
};
