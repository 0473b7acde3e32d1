import type { App } from '../../shared/app';
import { timersJob } from '../../bot/jobs/timers';
import { actorIn } from '../../shared/catalog';
import { openSeats, openSteps, systemActor, type Approval } from '../../shared/kernel';
import type { ChangeDesk, ChangePerson } from '../_support/change-desk';
import { randomFrom } from '../_support/random';
import { readStored, triedOf, type Tried } from '../_support/vote-checks';

export interface Outcome {
  readonly ids: readonly string[];
  readonly tried: readonly Tried[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const PEOPLE: readonly ChangePerson[] = ['bob', 'carol', 'mona', 'nils', 'olga', 'dora', 'fay', 'hugo'];
const CALM = { experience: '0', complexity: '0', recoverability: '0', testing: '0', visibility: '0', coordination: '0' };

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined, debug: () => undefined } as never;

/** Two changes on one item in one window, and everybody at them at once on two instances; whoever presses may have an old card. */
export async function storm(desk: ChangeDesk, apps: readonly [App, App], seed: number): Promise<Outcome> {
  const { below: random, pick } = randomFrom(seed);
  const { clock } = desk;
  const begin = Math.ceil(clock.now().getTime() / DAY) * DAY + 20 * DAY;
  const window = (day: number, hour: number) => ({ plannedStart: new Date(begin + day * DAY + hour * HOUR).toISOString(), plannedEnd: new Date(begin + day * DAY + (hour + 2) * HOUR).toISOString() });
  const windows = [window(0, 20), window(0, 21), window(1, 20)];
  const tried: Tried[] = [];

  const written = { type: 'normal', title: 'Update', reason: 'Fixes', itemIds: [desk.items.web], groupId: desk.groups.network.id, implementationPlan: 'One', testPlan: 'Look', backoutPlan: 'Restore', isBackoutTested: true, impact: 'None', reach: 'few', isOutage: false, ...CALM };

  async function tryOnce(app: App, by: ChangePerson | 'system', action: string, id: string | undefined, version: number | undefined, input: object, key?: string): Promise<void> {
    const actor = by === 'system' ? systemActor('job') : actorIn(app.desk.directory, desk.people[by], 'card', clock.now().toISOString());
    const request = { action, input, actor, id, version, idempotencyKey: key };
    tried.push(triedOf(request, await app.perform(request)));
  }

  const ids: string[] = [];
  for (const [index, [by, implementer]] of ([['fay', 'bob'], ['hugo', 'carol']] as const).entries()) {
    const app = apps[index] as App;
    const who = actorIn(app.desk.directory, desk.people[by], 'tab', clock.now().toISOString());
    const proposed = await app.perform({ action: 'changes.propose', input: { ...written, ...windows[0], implementerId: desk.people[implementer].id, ...(random(4) === 0 && { serviceIds: [desk.services.payroll], isOutage: true, outageMinutes: 9, reach: 'all', isBackoutTested: false }) }, actor: who });
    if ('refused' in proposed) throw new Error(JSON.stringify(proposed.refused));
    const submitted = await app.perform({ action: 'changes.submit', id: proposed.record.id, version: proposed.record.version, input: {}, actor: who });
    if ('refused' in submitted) throw new Error(JSON.stringify(submitted.refused));
    ids.push(proposed.record.id);
  }

  /** What people have on their screens: the records as they were at some time. */
  const seen: (readonly [id: string, version: number, approval: Approval | undefined])[] = [];
  const look = async (): Promise<void> => {
    for (const id of ids) {
      const { change } = await readStored(apps[0], id);
      seen.push([id, change.version, change.approval]);
    }
  };
  await look();

  /** A press from some card, mostly one that this person has: of the step whose turn it was, from a seat that they may use. */
  function press(app: App): readonly Promise<void>[] {
    const [id, version, approval] = random(3) === 0 ? pick(seen) : (seen[seen.length - 1 - random(ids.length)] as (typeof seen)[number]);
    const steps = approval?.steps ?? [];
    if (steps.length === 0) return [];
    const step = pick(steps);
    const seat = pick(step.seats);
    const owner = PEOPLE.find((key) => desk.people[key].id === seat.personId);
    const by = owner && random(5) > 0 ? owner : pick(PEOPLE);
    const verb = random(10) > 1 ? 'approve' : pick(['reject', 'returnForInfo'] as const);
    const input = { step: step.id, token: seat.token, comment: 'Seen', ...(verb === 'approve' && { isConfirmed: true }) };
    const key = `${id}:${version}:${verb}:${by}:${seat.token}`;
    const times = random(3) === 0 ? 2 : 1;
    return Array.from({ length: times }, (_none, index) => tryOnce(index === 0 ? app : pick(apps), by, `changes.${verb}`, id, version, input, key));
  }

  function other(app: App): readonly Promise<void>[] {
    const [id, version, approval] = seen[seen.length - 1 - random(ids.length)] as (typeof seen)[number];
    const author = pick(['fay', 'hugo', 'bob', 'carol', 'mona'] as const);
    const now = clock.now().getTime();
    const at = (ms: number): string => new Date(now + ms).toISOString();
    switch (random(11)) {
      case 0:
        return [tryOnce(app, author, 'changes.edit', id, version, { implementationPlan: `Plan ${random(3)}` })];
      case 1:
        return [tryOnce(app, author, 'changes.reschedule', id, version, pick(windows))];
      case 2:
        return [tryOnce(app, author, 'changes.edit', id, version, { implementerId: desk.people[pick(['bob', 'carol'] as const)].id })];
      case 3:
        return [tryOnce(app, pick(PEOPLE), 'changes.withdrawVote', id, version, { step: pick(approval?.steps.map((step) => step.id) ?? ['peer']) })];
      case 4:
        return [tryOnce(app, pick(PEOPLE), 'delegations.add', undefined, undefined, { toId: desk.people[pick(PEOPLE)].id, startsAt: at(-HOUR), endsAt: at(DAY) })];
      case 5: {
        const entries = [...app.desk.directory.delegations()].filter(({ retired }) => !retired);
        const entry = entries.length > 0 ? pick(entries) : undefined;
        const owner = PEOPLE.find((key) => desk.people[key].id === entry?.fromId);
        return entry && owner ? [tryOnce(app, owner, 'delegations.retire', entry.id, entry.version, {})] : [];
      }
      case 6:
        return [tryOnce(app, pick(['mona', 'nils'] as const), 'changes.acceptCollisions', id, version, { reason: 'Both fit' })];
      case 7:
        return [tryOnce(app, author, 'changes.schedule', id, version, {})];
      case 8:
        return [random(2) === 0 ? tryOnce(app, author, 'changes.resume', id, version, {}) : tryOnce(app, author, 'changes.hold', id, version, { reason: 'supplier', keepsSlot: random(2) === 0 })];
      case 9:
        return [tryOnce(app, 'system', 'changes.nudge', id, version, {})];
      default:
        return [timersJob({ app, log: quiet }).runOnce().then(() => undefined)];
    }
  }

  /** Everybody who is awaited agrees at the same moment, on both changes, each on an instance of its own. */
  async function agree(): Promise<void> {
    const running = ids.map(async (id, index) => {
      const { change } = await readStored(apps[0], id);
      const open = change.approval && (change.state === 'assess' || change.state === 'authorize') ? openSteps(change.approval) : [];
      const seats = open.flatMap((step) => openSeats(change.approval as Approval, step).map((seat) => ({ step: step.id, ...seat })));
      await Promise.all(seats.map(async ({ step, personId, token }) => {
        const by = PEOPLE.find((key) => desk.people[key].id === personId);
        if (by) await tryOnce(apps[index] as App, by, 'changes.approve', id, change.version, { step, token, comment: 'Seen', isConfirmed: true }, `${id}:${change.version}:approve:${by}:${token}`);
      }));
    });
    await Promise.all(running);
  }

  for (let wave = 0; wave < 5; wave += 1) {
    const running: Promise<void>[] = [];
    for (let index = 0; index < 6; index += 1) running.push(...(random(3) > 0 ? press(pick(apps)) : other(pick(apps))));
    await Promise.all(running);
    if (random(4) === 0) clock.advance(pick([9, 25, 73]) * HOUR);
    for (const app of apps) if (random(2) === 0) await app.followFeed();
    await look();
  }
  for (let round = 0; round < 3 && seed % 2 === 0; round += 1) await agree();
  return { ids, tried };
}

/** Nothing of a storm is left in the way of the next one. */
export async function clearUp(desk: ChangeDesk, apps: readonly [App, App], ids: readonly string[]): Promise<void> {
  for (const app of apps) await app.followFeed();
  for (const id of ids) {
    const { change } = await readStored(apps[0], id);
    const done = await apps[0].perform({ action: 'changes.cancel', id, version: change.version, input: { reason: 'withdrawn' }, actor: actorIn(apps[0].desk.directory, desk.people.mona, 'tab', desk.clock.now().toISOString()) });
    if ('refused' in done) throw new Error(`${id}: ${JSON.stringify(done.refused)}`);
  }
  for (const app of apps) await app.followFeed();
  desk.clock.advance(2 * 60_000);
}
