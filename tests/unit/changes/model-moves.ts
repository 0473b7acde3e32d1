import type { ModelState } from './model-state';
import { ID, ITEM, NETWORK, TIMES, WINDOWS, type Who } from './model-world';

/** How much of the world a run looks at: whatever is left out stays as it is in the beginning. */
export interface Scope {
  readonly name: string;
  readonly windows: boolean;
  readonly plans: boolean;
  readonly implementers: boolean;
  readonly risks: boolean;
  readonly clears: boolean;
  readonly holds: boolean;
  readonly freezes: boolean;
  readonly rivals: boolean;
  /** Refusals, too, not only consent. */
  readonly refusals: boolean;
  /** Whatever else somebody could try with tokens. */
  readonly forgeries: boolean;
  /** Everybody who may edit does so, instead of one of them. */
  readonly everyAuthor: boolean;
  /** Edits by everybody who may make them, whatever `everyAuthor` says. */
  readonly writers?: boolean;
  /** Only these do anything; absent: all. */
  readonly people?: readonly Who[];
  /** The last instant that is reached: index into `TIMES`. */
  readonly until: number;
}

export const PLANS = ['Install the packages.', 'Install other packages.'] as const;
const QUESTIONS = ['experience', 'complexity', 'recoverability', 'testing', 'visibility', 'coordination'] as const;
export const answers = (value: '0' | '3'): object => Object.fromEntries(QUESTIONS.map((question) => [question, value]));

export const FIRST = {
  type: 'normal', title: 'Update', reason: 'Security fixes', itemIds: [ITEM], groupId: NETWORK, implementerId: ID.implementer, ...WINDOWS[0], implementationPlan: PLANS[0],
  testPlan: 'Look.', backoutPlan: 'Restore.', isBackoutTested: true, impact: 'None.', reach: 'few', isOutage: false, ...answers('0'),
};

export interface Move {
  readonly verb: string;
  readonly input: object;
}

const move = (verb: string, input: object = {}): Move => ({ verb, input });

/** What does not depend on what was decided so far. */
export function plainMoves(scope: Scope): readonly Move[] {
  const when = (isWanted: boolean, ...moves: readonly Move[]): readonly Move[] => (isWanted ? moves : []);
  return [
    move('submit'), move('revert', { reason: 'Again' }), move('cancel', { reason: 'withdrawn' }), move('schedule'), move('start'), move('acceptCollisions', { reason: 'Agreed' }),
    move('finish', { outcome: 'successful' }), move('finish', { outcome: 'backedOut', isBackoutUsed: true }),
    move('completeReview', { objectivesMet: 'yes' }), move('completeReview', { objectivesMet: 'no', rootCause: 'Full disk' }), move('close'), move('nudge'), move('checkCollisions'),
    ...when(scope.windows, ...WINDOWS.map((window) => move('reschedule', window))),
    ...when(scope.plans, ...PLANS.map((implementationPlan) => move('edit', { implementationPlan }))),
    ...when(scope.implementers, move('edit', { implementerId: ID.implementer }), move('edit', { implementerId: ID.second })),
    ...when(scope.risks, move('edit', answers('0')), move('edit', answers('3'))),
    ...when(scope.clears, move('edit', { clear: ['implementerId', 'groupId'] }), move('edit', { clear: ['itemIds'] }), move('edit', { clear: ['plannedStart'] })),
    ...when(scope.holds, move('hold', { reason: 'supplier' }), move('hold', { reason: 'supplier', keepsSlot: true }), move('resume')),
  ];
}

/** Every press that somebody could think of: on each step with each token there is or was, and with tokens of other steps. */
export function pressMoves({ change, former }: ModelState, scope: Scope): readonly Move[] {
  const steps = change.approval?.steps ?? [];
  const all = steps.flatMap(({ seats }) => seats.map(({ token }) => token));
  const moves: Move[] = [];
  for (const { id: step, seats } of steps) {
    const own = seats.map(({ token }) => token);
    const tokens = scope.forgeries ? [...new Set([...all, ...former, 'forged'])] : own;
    for (const token of tokens) {
      moves.push(move('approve', { step, token, isConfirmed: true, comment: 'Fine' }));
      if (scope.refusals) moves.push(move('reject', { step, token, comment: 'No' }), move('returnForInfo', { step, token, comment: 'What?' }));
    }
    moves.push(move('withdrawVote', { step }));
    if (scope.forgeries) moves.push(move('closeVote', { step, presentIds: seats.map(({ personId }) => personId) }));
  }
  if (scope.forgeries && all[0]) moves.push(move('approve', { step: 'ghost', token: all[0], isConfirmed: true, comment: 'Fine' }));
  return moves;
}

/** What happens by itself around the change: time passes, freezes, exceptions and others come and go. */
export function worldMoves(state: ModelState, scope: Scope): readonly ModelState[] {
  const { around, time } = state;
  const next: ModelState[] = [];
  if (time < Math.min(scope.until, TIMES.length - 1)) next.push({ ...state, time: time + 1 });
  if (scope.freezes) {
    next.push({ ...state, around: { ...around, isFrozen: !around.isFrozen } });
    if (around.isFrozen || around.isExcepted) next.push({ ...state, around: { ...around, isExcepted: !around.isExcepted } });
  }
  if (scope.rivals) next.push({ ...state, around: { ...around, hasRival: !around.hasRival } });
  return next;
}

/** Names that no seat may have: whoever proposed it, wrote some of it, or does it now. */
export const involvedIn = ({ change, wrote }: ModelState): readonly string[] => [change.requesterId, ...wrote.values(), ...(change.implementerId ? [change.implementerId] : [])];
