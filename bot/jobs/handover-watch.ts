import type { App } from '../../shared/app';
import { endingAt, endingOf, gather, lookAt, type HandoverSummary } from '../../shared/handovers';
import { systemActor } from '../../shared/kernel';
import { shiftEnds } from '../../shared/routing';
import type { Job, JobDeps } from './job';

const system = systemActor('job');
const LOOK_MS = 5_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How long before the end of a shift it is prepared, where the group says nothing else. */
const PREPARE_MINUTES = 15;
/** Ends of shifts are worked out so far ahead; no group prepares earlier than four hours before. */
const AHEAD = 24 * HOUR;
const EARLIEST = 4 * HOUR;
/** Shifts that ended while nothing ran are handed over late, but not those of yesterday. */
const MISSED = 12 * HOUR;
/** After a change of these shifts may end at other times. */
const PLANS = new Set(['shifts', 'groups', 'calendars']);
/** After a change of these there may be more to hand over, or less. */
const WORK = new Set(['tickets', 'changes', 'freezeExceptions', 'changeTemplates', 'people', 'delegations', 'handovers']);

interface End {
  readonly groupId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const keyOf = ({ groupId, at }: End): string => `${groupId} ${new Date(at).toISOString()}`;
const active = (app: App): readonly HandoverSummary[] => [...app.desk.all('handovers')] as HandoverSummary[];

function endsBetween({ desk: { directory } }: App, from: number, to: number): readonly End[] {
  return [...directory.groups()].filter(({ retired }) => !retired).flatMap(({ id }) => shiftEnds(directory, id, from, to).map(({ at }) => ({ groupId: id, at })));
}

/**
 * Shortly before a shift ends what must not be lost is put together, once for each group and end however many instances look; and
 * as long as a handover is open it follows what happens to its items. Looks again only when something has changed or comes up.
 */
export function handoverWatchJob({ app }: Pick<JobDeps, 'app'>): Job {
  const { desk, clock } = app;
  let since = clock.now().getTime() - MISSED;
  let plan: { readonly ends: readonly End[]; readonly to: number } | undefined;
  let isMoved = true;
  let lookedAt = '';
  desk.onChange(({ practice }) => {
    if (PLANS.has(practice)) plan = undefined;
    if (PLANS.has(practice) || WORK.has(practice)) isMoved = true;
  });

  function isDue({ groupId, at }: End, now: number): boolean {
    const minutes = desk.directory.group(groupId)?.handoverMinutes ?? PREPARE_MINUTES;
    return at > since && at - minutes * MINUTE <= now;
  }

  async function prepare(end: End): Promise<number> {
    const endsAt = new Date(end.at).toISOString();
    if (active(app).some((handover) => handover.groupId === end.groupId && handover.endsAt === endsAt)) return 0;
    const ending = endingAt(desk.directory, end.groupId, endsAt);
    if (!ending || gather(desk.directory, ending).length === 0) return 0;
    const performed = await app.perform({ action: 'handovers.prepare', input: { groupId: end.groupId, endsAt }, actor: system, idempotencyKey: keyOf(end) });
    return 'record' in performed && !performed.isRepeat ? 1 : 0;
  }

  async function look(handover: HandoverSummary): Promise<number> {
    const ending = handover.state === 'prepared' ? endingOf(desk.directory, handover) : undefined;
    const { added, settledIds } = lookAt(handover, desk.directory, ending);
    if (added.length === 0 && settledIds.length === 0) return 0;
    return 'record' in (await app.perform({ action: 'handovers.look', id: handover.id, input: {}, actor: system })) ? 1 : 0;
  }

  return {
    name: 'handover-watch',
    everyMs: LOOK_MS,
    async runOnce() {
      const now = clock.now().getTime();
      if (!plan || now + EARLIEST > plan.to) plan = { ends: endsBetween(app, since, now + AHEAD), to: now + AHEAD };
      const due = plan.ends.filter((end) => isDue(end, now));
      const key = due.map(keyOf).join();
      if (!isMoved && key === lookedAt) return 0;
      isMoved = false;
      lookedAt = key;
      let done = 0;
      for (const end of due) done += await prepare(end);
      for (const handover of active(app)) done += await look(handover);
      // What ended by now was looked at after it had: from here on its handover follows by itself.
      since = Math.max(since, now);
      return done;
    },
  };
}
