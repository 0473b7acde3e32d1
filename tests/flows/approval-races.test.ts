// If this fails, people who press at the same moment decide twice, decide about something else, take the same place, or nobody knows that they tried.
//
// BELLHOP_STORMS=1000 does so many on each store.
import type { Change } from '../../shared/changes';
import { createChangeDesk } from '../_support/change-desk';
import { inTurns } from '../_support/storm-turns';
import { closingProblems, decisionProblems, figuresOf, readStored, type Tried } from '../_support/vote-checks';
import { clearUp, storm } from './approval-storm';

const holds = ({ state, hold }: Change): boolean => state === 'scheduled' && (!hold || hold.keepsSlot);

/** Two that are scheduled do not meet on an item, unless somebody accepted it. */
function doubleBooked([left, right]: readonly Change[]): readonly string[] {
  if (!left || !right || !holds(left) || !holds(right)) return [];
  const meet = (left.plannedStart ?? '') < (right.plannedEnd ?? '') && (right.plannedStart ?? '') < (left.plannedEnd ?? '') && left.itemIds?.some((id) => right.itemIds?.includes(id));
  const isAccepted = [...left.accepted, ...right.accepted].some(({ key }) => key.includes(left.id) || key.includes(right.id));
  return meet && !isAccepted ? [`${left.id} and ${right.id} have the same place`] : [];
}

it.each([['embedded', 25], ['azure', 5]] as const)('storms on the %s store decide everything once, and nothing wrongly', async (store, few) => {
  const { problems } = await inTurns(`decisions, ${store}`, few, async (seeds) => {
    const desk = await createChangeDesk({ store });
    const apps = [desk.app, await desk.openSecondApp()] as const;
    const all: Tried[] = [];
    const found: string[] = [];
    let booked = 0;
    try {
      for (const seed of seeds) {
        const { ids, tried } = await storm(desk, apps, seed);
        const stored = await Promise.all(ids.map((id) => readStored(desk.app, id)));
        const wrong = [...stored.flatMap((record) => decisionProblems(record, tried)), ...doubleBooked(stored.map(({ change }) => change))];
        found.push(...wrong.map((problem) => `storm ${seed}: ${problem}`));
        booked += stored.filter(({ history }) => history.some(({ event }) => event.type === 'ChangeScheduled')).length;
        all.push(...tried);
        await clearUp(desk, apps, ids);
      }
      found.push(...(await closingProblems(desk.app, all)).map((problem) => `storms ${seeds[0]} to ${seeds.at(-1)}: ${problem}`));
    } finally {
      await desk.close();
    }
    return { problems: found, scheduled: booked, ...figuresOf(all) };
  });
  expect(problems).toEqual([]);
}, 7_200_000);
