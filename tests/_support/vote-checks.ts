import { openRecord, verifyStore, type App, type PerformRequest, type Performed } from '../../shared/app';
import { foldChange, type Change, type RecordedChangeEvent } from '../../shared/changes';

/** One thing that was tried, with what came of it. */
export interface Tried {
  readonly by: string;
  readonly action: string;
  readonly id: string;
  readonly key?: string;
  /** Absent: it was done, or had been done before. */
  readonly refused?: string;
  readonly isRepeat: boolean;
  readonly version?: number;
}

export interface Stored {
  readonly change: Change;
  readonly history: readonly RecordedChangeEvent[];
}

const VOTES = new Set(['changes.approve', 'changes.reject', 'changes.returnForInfo']);
const AUDITED = new Set([...VOTES, 'changes.withdrawVote', 'changes.acceptCollisions']);
const SLIPS = new Set(['kernel.invalidInput', 'kernel.versionRequired', 'approvals.reasonRequired', 'changes.confirmationRequired']);

export async function readStored(app: App, id: string): Promise<Stored> {
  const opened = await openRecord(app.storage, app.partition, id);
  if (!opened) throw new Error(`${id} is gone`);
  return { change: opened.head.record as unknown as Change, history: opened.history as unknown as readonly RecordedChangeEvent[] };
}

export function triedOf({ actor, action, id, idempotencyKey }: PerformRequest, performed: Performed): Tried {
  const done = 'refused' in performed ? { refused: performed.refused.code, isRepeat: false } : { isRepeat: performed.isRepeat === true, version: performed.record.version };
  return { by: actor.id, action, id: id ?? ('record' in performed ? performed.record.id : ''), ...(idempotencyKey !== undefined && { key: idempotencyKey }), ...done };
}

/** The same application; whatever is done through it is written down in `tried`. */
export function watchedApp(app: App, tried: Tried[]): App {
  return {
    ...app,
    async perform(request) {
      const performed = await app.perform(request);
      tried.push(triedOf(request, performed));
      return performed;
    },
  };
}

/** Each vote that stands in the history came from exactly one press; no token was used twice. */
function voteProblems({ change: { id }, history }: Stored, tried: readonly Tried[]): readonly string[] {
  const casts = history.flatMap(({ event, by }) => (event.type === 'VoteCast' ? [{ event, by }] : []));
  const counted = tried.filter((entry) => entry.id === id && VOTES.has(entry.action) && entry.refused === undefined && !entry.isRepeat);
  const problems = casts.length === counted.length ? [] : [`${id}: ${casts.length} votes, ${counted.length} presses that counted`];
  const keys = counted.map(({ key }) => key);
  if (new Set(keys).size < keys.length) problems.push(`${id}: one press counted twice`);
  const tokens = casts.map(({ event }) => event.approval.steps.find((step) => step.id === event.step)?.seats.find(({ personId }) => personId === event.vote.seatId)?.token);
  if (new Set(tokens).size < tokens.length) problems.push(`${id}: a token was used twice`);
  return problems;
}

/** Whatever was answered as done stands in the history, under the version that was answered. */
function lostUpdates({ change: { id }, history }: Stored, tried: readonly Tried[]): readonly string[] {
  const done = tried.filter((entry) => entry.id === id && entry.refused === undefined && !entry.isRepeat);
  return done.flatMap(({ version = 0, by, action }) => {
    const found = history[version - 1];
    return found?.by === by && found.action === action ? [] : [`${id}: ${action} of ${by} was answered with version ${version} and is not there`];
  });
}

/** After every event: nobody who is involved has a vote that counts, and nobody has two. */
function countedWrongly({ history }: Stored): readonly string[] {
  const problems: string[] = [];
  let change: Change | undefined;
  for (const recorded of history) {
    change = foldChange(change, recorded);
    if (!['assess', 'authorize', 'scheduled', 'implement'].includes(change.state)) continue;
    const involved = [change.requesterId, change.implementerId];
    for (const { id, votes } of change.approval?.steps ?? []) {
      if (votes.some(({ byId, seatId, forId }) => [byId, seatId, forId].some((who) => who !== undefined && involved.includes(who)))) problems.push(`${change.id} ${recorded.seq}: somebody involved decided in ${id}`);
      if (new Set(votes.map(({ byId }) => byId)).size < votes.length || new Set(votes.map(({ seatId }) => seatId)).size < votes.length) problems.push(`${change.id} ${recorded.seq}: somebody has two votes in ${id}`);
    }
  }
  return problems;
}

/** Exactly one decision per vote, and nothing decided by whoever may not. */
export const decisionProblems = (stored: Stored, tried: readonly Tried[]): readonly string[] => [...voteProblems(stored, tried), ...lostUpdates(stored, tried), ...countedWrongly(stored)];

/** Every refused press stands in the audit trail once, and the history of every record folds to its head. */
export async function closingProblems(app: App, tried: readonly Tried[]): Promise<readonly string[]> {
  const line = (by: string, action: string, id: string, code: string): string => `${id} ${by} ${action} ${code}`;
  const wanted = tried.flatMap(({ by, action, id, refused }) => (refused !== undefined && AUDITED.has(action) && !SLIPS.has(refused) ? [line(by, action, id, refused)] : [])).sort();
  const found = (await app.audit.list(1_000_000)).map(({ by, action, recordId, code }) => line(by, action, recordId, code)).sort();
  const { problems } = await verifyStore(app.storage, app.partition);
  return [
    ...(JSON.stringify(wanted) === JSON.stringify(found) ? [] : [`${wanted.length} refused, ${found.length} written down`]),
    ...problems.map((problem) => JSON.stringify(problem)),
  ];
}

export interface StormFigures {
  readonly presses: number;
  readonly votes: number;
  readonly repeats: number;
  readonly refused: number;
}

export const figuresOf = (tried: readonly Tried[]): StormFigures => ({
  presses: tried.filter(({ action }) => VOTES.has(action)).length,
  votes: tried.filter(({ action, refused, isRepeat }) => VOTES.has(action) && refused === undefined && !isRepeat).length,
  repeats: tried.filter(({ isRepeat }) => isRepeat).length,
  refused: tried.filter(({ refused }) => refused !== undefined).length,
});
