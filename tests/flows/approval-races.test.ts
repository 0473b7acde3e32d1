// If this fails, people who press at the same moment decide twice, decide about something else, take the same place, or nobody knows that they tried.
//
// BELLHOP_STORMS=1000 does so many on each store.
import { verifyStore, type App } from '../../shared/app';
import { foldChange, type Change } from '../../shared/changes';
import { createChangeDesk, type ChangeDesk } from '../_support/change-desk';
import { clearUp, readStored, storm, type Outcome, type Stored, type Tried } from './approval-storm';

const STORMS = Number(process.env.BELLHOP_STORMS ?? 0);
const VOTES = new Set(['changes.approve', 'changes.reject', 'changes.returnForInfo']);
const AUDITED = new Set([...VOTES, 'changes.withdrawVote', 'changes.acceptCollisions']);
const SLIPS = new Set(['kernel.invalidInput', 'kernel.versionRequired', 'approvals.reasonRequired', 'changes.confirmationRequired']);

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

const holds = ({ state, hold }: Change): boolean => state === 'scheduled' && (!hold || hold.keepsSlot);

/** Two that are scheduled do not meet on an item, unless somebody accepted it. */
function doubleBooked([left, right]: readonly Change[]): readonly string[] {
  if (!left || !right || !holds(left) || !holds(right)) return [];
  const meet = (left.plannedStart ?? '') < (right.plannedEnd ?? '') && (right.plannedStart ?? '') < (left.plannedEnd ?? '') && left.itemIds?.some((id) => right.itemIds?.includes(id));
  const isAccepted = [...left.accepted, ...right.accepted].some(({ key }) => key.includes(left.id) || key.includes(right.id));
  return meet && !isAccepted ? [`${left.id} and ${right.id} have the same place`] : [];
}

async function auditProblems(app: App, tried: readonly Tried[]): Promise<readonly string[]> {
  const line = (by: string, action: string, id: string, code: string): string => `${id} ${by} ${action} ${code}`;
  const wanted = tried.flatMap(({ by, action, id, refused }) => (refused !== undefined && AUDITED.has(action) && !SLIPS.has(refused) ? [line(by, action, id, refused)] : [])).sort();
  const found = (await app.audit.list(1_000_000)).map(({ by, action, recordId, code }) => line(by, action, recordId, code)).sort();
  return JSON.stringify(wanted) === JSON.stringify(found) ? [] : [`${wanted.length} refused, ${found.length} written down`];
}

const figures = (tried: readonly Tried[], scheduled: number): object => ({
  presses: tried.filter(({ action }) => VOTES.has(action)).length,
  counted: tried.filter(({ action, refused, isRepeat }) => VOTES.has(action) && refused === undefined && !isRepeat).length,
  repeats: tried.filter(({ isRepeat }) => isRepeat).length,
  refused: tried.filter(({ refused }) => refused !== undefined).length,
  done: tried.filter(({ refused, isRepeat }) => refused === undefined && !isRepeat).length,
  scheduled,
});

describe.each([['embedded', 25], ['azure', 5]] as const)('storms on the %s store', (store, few) => {
  let desk: ChangeDesk;
  let apps: readonly [App, App];
  beforeAll(async () => {
    desk = await createChangeDesk({ store });
    apps = [desk.app, await desk.openSecondApp()];
  });
  afterAll(() => desk.close());

  it('decide everything once, and nothing wrongly', async () => {
    const runs = STORMS || few;
    const began = Date.now();
    const all: Tried[] = [];
    const problems: string[] = [];
    let scheduled = 0;
    for (let seed = 1; seed <= runs && problems.length === 0; seed += 1) {
      const { ids, tried }: Outcome = await storm(desk, apps, seed);
      const stored = await Promise.all(ids.map((id) => readStored(desk.app, id)));
      for (const record of stored) problems.push(...[voteProblems(record, tried), lostUpdates(record, tried), countedWrongly(record)].flat().map((problem) => `storm ${seed}: ${problem}`));
      problems.push(...doubleBooked(stored.map(({ change }) => change)).map((problem) => `storm ${seed}: ${problem}`));
      scheduled += stored.filter(({ history }) => history.some(({ event }) => event.type === 'ChangeScheduled')).length;
      all.push(...tried);
      await clearUp(desk, apps, ids);
    }
    if (STORMS) process.stderr.write(`${store} ${JSON.stringify({ runs, ...figures(all, scheduled), seconds: Math.round((Date.now() - began) / 1_000) })}\n`);
    expect(problems).toEqual([]);
    expect(await auditProblems(desk.app, all)).toEqual([]);
    expect(scheduled).toBeGreaterThan(0);
    expect((await verifyStore(desk.app.storage, desk.app.partition)).problems).toEqual([]);
  }, 3_600_000);
});
