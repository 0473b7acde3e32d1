import type { Person } from '../../shared/people';
import { isByHand } from '../../shared/routing';
import type { PresenceSource } from '../presence';
import type { Job, JobDeps } from './job';

const LOOK_MS = 60_000;
/** What was known longer ago counts no more: rather somebody who is out of office is asked than nobody. */
const FORGET_MS = 10 * 60_000;

/** Whom something can be given to by itself, with an account in Teams. */
function candidates({ desk: { directory } }: JobDeps['app']): readonly (Person & { readonly aadObjectId: string })[] {
  const groups = [...directory.groups()].filter((group) => !group.retired && !isByHand(group));
  const ids = new Set(groups.flatMap(({ memberIds = [], leadIds = [] }) => [...memberIds, ...leadIds]));
  return [...ids].flatMap((id) => {
    const person = directory.person(id);
    return person?.aadObjectId && !person.retired ? [{ ...person, aadObjectId: person.aadObjectId }] : [];
  });
}

/** Keeps in memory who is out of office by Teams. `onReturn`: somebody is back, or added who is there. */
export function presenceWatchJob({ app, log }: Pick<JobDeps, 'app' | 'log'>, source: PresenceSource, onReturn: () => void): Job {
  let readAt = Number.NEGATIVE_INFINITY;
  let isFailing = false;

  function take(out: ReadonlySet<string>): void {
    const before = app.desk.outOfOffice();
    app.desk.useOutOfOffice(out);
    if ([...before].some((id) => !out.has(id))) onReturn();
  }

  return {
    name: 'presence-watch',
    everyMs: LOOK_MS,
    async runOnce() {
      const people = candidates(app);
      try {
        const out = people.length > 0 ? await source.outOfOffice(people.map(({ aadObjectId }) => aadObjectId)) : new Set<string>();
        take(new Set(people.filter(({ aadObjectId }) => out.has(aadObjectId.toLowerCase())).map(({ id }) => id)));
        readAt = app.clock.now().getTime();
        isFailing = false;
      } catch (error) {
        // Once until it works again: it may be for days.
        if (!isFailing) log.warn({ err: error }, 'presence in Teams is not read');
        isFailing = true;
        if (app.clock.now().getTime() - readAt > FORGET_MS) take(new Set());
      }
      return 0;
    },
  };
}
