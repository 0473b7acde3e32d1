// If this fails, people decide on cards that do not show how things stand, decide what is not theirs to decide, or some card in a chat or channel stays as it was.
//
// BELLHOP_STORMS=1000 does so many on each store; BELLHOP_STORM_SEED=7 does that one again.
import { inTurns } from '../_support/storm-turns';
import { closingProblems, decisionProblems, figuresOf, readStored } from '../_support/vote-checks';
import { calmDown, cardStorm } from './card-storm';
import { startCardStormDesk } from './card-storm-desk';
import { createStaleCards } from './stale-cards';

it.each([['embedded', 6], ['azure', 2]] as const)('storms of presses in Teams, on the %s store: one decision per vote, and no card ends stale', async (store, few) => {
  const { problems } = await inTurns(`cards, ${store}`, few, async (seeds) => {
    const world = await startCardStormDesk(store);
    const staleCards = createStaleCards(world);
    const [app] = world.apps;
    const found: string[] = [];
    let booked = 0;
    let copies = 0;
    try {
      for (const seed of seeds) {
        const { ids, problems: answers } = await cardStorm(world, seed);
        const wrong = [...answers];
        for (const id of ids) {
          const stored = await readStored(app, id);
          wrong.push(...decisionProblems(stored, world.tried));
          const stale = await staleCards(id);
          wrong.push(...stale.problems);
          copies += stale.copies;
          if (stored.history.some(({ event }) => event.type === 'ChangeScheduled')) booked += 1;
        }
        found.push(...wrong.map((problem) => `storm ${seed}: ${problem}`));
        await calmDown(world, ids);
      }
      found.push(...(await closingProblems(app, world.tried)).map((problem) => `storms ${seeds[0]} to ${seeds.at(-1)}: ${problem}`));
    } finally {
      await world.close();
    }
    return { problems: found, scheduled: booked, cards: copies, ...figuresOf(world.tried) };
  });
  expect(problems).toEqual([]);
}, 7_200_000);
