import type { Directory } from '../catalog';
import { defineRegister, hasRole, isAgent, type Actor, type DecideContext, type FieldProblem, type Practice, type Recorded, type RegisterEvent, type RegisterRecord, type Summary } from '../kernel';
import { dayNumberOf, weeklyTimeProblems } from '../sla';
import { isSupportGroup } from './support-group';
import { shiftSchema, type Swap, type SwapProposal } from './shift-schema';
import { confirmSwap, declineSwap, foldSwap, MAX_SWAPS, proposeSwap, removeSwap, setSwap, withdrawSwap, type RecordedShiftEvent, type ShiftEvent } from './swap';

export type Shift = RegisterRecord<typeof shiftSchema> & {
  /** Swaps that somebody is asked for. */
  readonly swapProposals?: readonly SwapProposal[];
};
type ShiftSummary = Summary & Shift;

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

const isInstant = (value: unknown): boolean => typeof value === 'string' && value.length <= 40 && /^\d{4}-\d{2}-\d{2}T.*Z$/.test(value) && !Number.isNaN(Date.parse(value));

function isSwap(value: unknown): value is Swap {
  const { from, to, outId, inId, ...rest } = (value ?? {}) as Partial<Swap>;
  return isInstant(from) && isInstant(to) && from! < to! && typeof outId === 'string' && typeof inId === 'string' && outId !== inId && Object.keys(rest).length === 0;
}

function rotationProblems({ rotationDays, rotationFrom, handoverAt }: Readonly<Record<string, unknown>>): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (rotationDays !== undefined && !Number.isInteger(rotationDays)) problems.push({ field: 'rotationDays', code: 'notWhole' });
  if (rotationDays !== undefined && (typeof rotationFrom !== 'string' || dayNumberOf(rotationFrom) === undefined)) problems.push({ field: 'rotationFrom', code: 'required' });
  if (handoverAt !== undefined && !TIME.test(String(handoverAt))) problems.push({ field: 'handoverAt', code: 'notTime', params: { time: String(handoverAt).slice(0, 10) } });
  return problems;
}

function checkShift(values: Readonly<Record<string, unknown>>, { config }: DecideContext<unknown>): readonly FieldProblem[] {
  const directory = config as Directory;
  const { groupId, memberIds = [], swaps = [] } = values as { groupId?: string; memberIds?: readonly string[]; swaps?: unknown };
  const problems: FieldProblem[] = [...weeklyTimeProblems(values), ...rotationProblems(values)];
  const group = directory.group(groupId);
  if (!isSupportGroup(group)) return [...problems, { field: 'groupId', code: 'notFound' }];
  const isIn = (id: string): boolean => group.memberIds?.includes(id) === true || group.leadIds?.includes(id) === true;
  const stranger = memberIds.find((id) => !isIn(id));
  if (stranger) problems.push({ field: 'memberIds', code: 'notInGroup' });
  if (!Array.isArray(swaps) || swaps.length > MAX_SWAPS || !swaps.every(isSwap)) return [...problems, { field: 'swaps', code: 'notSwaps' }];
  const swappedIn = swaps.find(({ inId }) => !isIn(inId));
  if (swappedIn) problems.push({ field: 'swaps', code: 'notInGroup' });
  return problems;
}

/** Leads plan the shifts of their group; to change one they lead the group it is for now. */
const canPlan = (actor: Actor, shift: Shift | undefined): boolean =>
  hasRole(actor, 'administrator', 'system') || (shift ? actor.leadsGroupIds.includes(shift.groupId) : actor.leadsGroupIds.length > 0);

const register = defineRegister({
  practice: 'shifts',
  prefix: 'SHF',
  schema: shiftSchema,
  canRead: (actor) => isAgent(actor) || hasRole(actor, 'administrator', 'auditor'),
  canEdit: canPlan,
  check: (values, context) => {
    const { actor } = context;
    const isTheirs = hasRole(actor, 'administrator', 'system') || actor.leadsGroupIds.includes(String(values.groupId));
    return isTheirs ? checkShift(values, context) : [{ field: 'groupId', code: 'notYours' }];
  },
  sortKey: (shift) => shift.name.toLowerCase(),
});

const fold = (shift: Shift | undefined, recorded: RecordedShiftEvent): Shift =>
  (shift && foldSwap(shift, recorded)) ?? register.fold(shift, recorded as Recorded<RegisterEvent>);

/** Shifts and on-call rotations, with who takes whose place for a while. */
export const shiftsPractice = {
  ...register,
  actions: [...register.actions, proposeSwap, confirmSwap, declineSwap, withdrawSwap, setSwap, removeSwap],
  fold,
  announces: true,
} as unknown as Practice<Shift, ShiftSummary, ShiftEvent>;
