import { practices, type App } from '../../shared/app';
import { newlySubstituted, substitutesAt } from '../../shared/approvals';
import type { Job, JobDeps } from './job';

/** How soon the cards of whoever begins or ends to stand in for somebody show it. */
const LOOK_MS = 5_000;

/** Records for which a decision of one of these people is awaited. */
function awaitedFrom({ desk }: App, personIds: readonly string[]): readonly string[] {
  return practices.flatMap(({ name, awaits }) =>
    awaits ? [...desk.all(name)].filter((summary) => awaits(summary)?.awaitedIds.some((id) => personIds.includes(id))).map(({ id }) => id) : [],
  );
}

/**
 * Who stands in for whom changes by what people enter and by the passing of time, and no record changes with it: their cards are
 * drawn anew. Nobody looked while this process did not run, so the first look takes everybody who has ever had a substitute.
 */
export function substituteWatchJob({ app, deliveries }: Pick<JobDeps, 'app' | 'deliveries'>): Job {
  let known: ReturnType<typeof substitutesAt> | undefined;
  return {
    name: 'substitute-watch',
    everyMs: LOOK_MS,
    async runOnce() {
      const delegations = [...app.desk.directory.delegations()];
      const present = substitutesAt(delegations, app.clock.now().toISOString());
      const changed = known ? newlySubstituted(known, present) : delegations.flatMap(({ fromId }) => fromId ?? []);
      const recordIds = changed.length > 0 ? awaitedFrom(app, changed) : [];
      for (const id of recordIds) await deliveries.refresh(id, { to: 'cards', isAnew: true });
      known = present;
      return recordIds.length;
    },
  };
}
