import { AppError, isRefused, systemActor, type Actor, type RecordView, type Refusal, type Summary } from '../kernel';
import { actorOf, type Group, type Person } from '../people';
import { buildDemo, type DemoOptions } from './build-demo';
import { APPROVER, type RecordStep, type TicketStep } from './plan';
import { referencesIn, resolveReferences } from './reference';

interface SeedRequest {
  readonly action: string;
  readonly id?: string;
  readonly version?: number;
  readonly input: unknown;
  readonly actor: Actor;
  readonly at: string;
}

/** What seeding needs of the application. */
export interface SeedTarget {
  perform(request: SeedRequest): Promise<{ readonly record: RecordView } | { readonly refused: Refusal }>;
  open(id: string, actor: Actor): Promise<{ readonly record: RecordView } | { readonly refused: Refusal }>;
  readonly desk: { readonly directory: { person(id: string | undefined): Person | undefined; people(): Iterable<Person>; groups(): Iterable<Group>; summary(id: string | undefined): Summary | undefined } };
}

export interface SeedOptions extends DemoOptions {
  /** Told after every step. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface Seeded {
  readonly records: number;
  readonly events: number;
  /** The record id of an entry, by its kind and key: `person:alice.bennett`, `ticket:ticket-001`. */
  readonly idOf: (key: string) => string;
}

/** `demo.notEmpty`: the store has people already, so nothing was written. */
export const STORE_NOT_EMPTY = 'demo.notEmpty';

/** Steps written side by side share one flush to disk. */
const WAVE = 24;

/**
 * Cuts the steps into waves that may run side by side: one step per ticket, nothing that points into the wave, and one new
 * ticket at most, so that the same plan gets the same numbers every time.
 */
function wavesOf(steps: readonly TicketStep[]): readonly (readonly TicketStep[])[] {
  const waves: TicketStep[][] = [];
  let tickets = new Set<string>();
  let hasReport = false;
  for (const step of steps) {
    const key = `ticket:${step.ticket}`;
    const isReport = step.action === 'tickets.report';
    const wave = waves.at(-1);
    const fits = wave && wave.length < WAVE && !(isReport && hasReport) && ![key, ...referencesIn(step.input)].some((touched) => tickets.has(touched));
    if (fits) wave.push(step);
    else {
      waves.push([step]);
      tickets = new Set();
      hasReport = false;
    }
    tickets.add(key);
    hasReport ||= isReport;
  }
  return waves;
}

/**
 * Writes the demo company through the one way to perform an action. Throws AppError `conflict` (`demo.notEmpty`) when the
 * store has people already, and `bug` with the step when an action is refused.
 */
export async function seedDemo(app: SeedTarget, options: SeedOptions): Promise<Seeded> {
  const { directory } = app.desk;
  for (const _person of directory.people()) throw new AppError('conflict', STORE_NOT_EMPTY);
  const { registers, steps, later } = buildDemo(options);
  const total = registers.length + steps.length + later.length;
  const records = new Map<string, { readonly id: string; readonly version: number }>();
  let done = 0;

  const idOf = (key: string): string => {
    const found = records.get(key);
    if (!found) throw new AppError('bug', 'demo.unknownKey', { detail: key });
    return found.id;
  };

  async function perform(key: string, request: SeedRequest): Promise<void> {
    const performed = await app.perform(request);
    if (isRefused(performed)) {
      throw new AppError('bug', 'demo.refused', { detail: `${key} ${request.action} at ${request.at}: ${JSON.stringify(performed.refused)}` });
    }
    if (!('record' in performed)) throw new AppError('bug', 'demo.refused', { detail: key });
    records.set(key, { id: performed.record.id, version: performed.record.version });
  }

  /** One step of the plan is over, however many presses it took. */
  function told(): void {
    done += 1;
    options.onProgress?.(done, total);
  }

  const system = systemActor('seed');
  for (const { key, action, input, at } of registers) {
    const current = records.get(key);
    await perform(key, { action, input: resolveReferences(input, idOf), actor: system, at, ...(current && { id: current.id, version: current.version }) });
    told();
  }

  const actors = new Map<string, Actor>([['system', system]]);
  for (const person of directory.people()) {
    const key = person.mail.split('@')[0] ?? '';
    actors.set(key, actorOf(person, directory.groups(), 'seed', []));
  }
  for (const wave of wavesOf(steps)) await Promise.all(wave.map((step) => (step.by === APPROVER ? decideAll(step) : perform(`ticket:${step.ticket}`, requestFor(step))).then(told)));

  function actorOfKey(key: string): Actor {
    const actor = actors.get(key);
    if (!actor) throw new AppError('bug', 'demo.unknownKey', { detail: key });
    return actor;
  }

  function awaited(id: string): string | undefined {
    const summary = directory.summary(id) as { readonly awaitedApproverIds?: readonly string[] } | undefined;
    return summary?.awaitedApproverIds?.[0];
  }

  /** Consents come from everybody who is asked, a refusal or a question from the first one; nobody is asked: nothing to do. */
  async function decideAll(step: TicketStep): Promise<void> {
    const { id } = records.get(`ticket:${step.ticket}`)!;
    for (let who = awaited(id); who !== undefined; who = step.action === 'tickets.approve' ? awaited(id) : undefined) {
      await perform(`ticket:${step.ticket}`, requestFor({ ...step, by: directory.person(who)?.mail.split('@')[0] ?? '' }));
    }
  }

  function requestFor({ ticket, by, action, input, at }: TicketStep): SeedRequest {
    const actor = actorOfKey(by);
    const current = records.get(`ticket:${ticket}`);
    return { action, input: resolveReferences(input, idOf), actor, at, ...(current && { id: current.id, version: current.version }) };
  }

  for (const step of later) {
    await perform(step.record, await laterRequest(step));
    told();
  }

  /** One by one: who decides next follows from what was decided before. */
  async function laterRequest({ record, by, action, input, at, isVote }: RecordStep): Promise<SeedRequest> {
    const actor = actorOfKey(by);
    const current = records.get(record);
    const ballot = isVote && current ? await ballotOf(current.id, actor) : {};
    return { action, input: { ...(resolveReferences(input, idOf) as object), ...ballot }, actor, at, ...(current && { id: current.id, version: current.version }) };
  }

  /** What a press from this person's open seat would carry. */
  async function ballotOf(id: string, actor: Actor): Promise<object> {
    const opened = await app.open(id, actor);
    const seat = 'record' in opened ? (opened.record.mySeats as readonly { step: string; token: string; needsConfirmation: boolean }[])[0] : undefined;
    if (!seat) throw new AppError('bug', 'demo.refused', { detail: `${actor.name} has nothing to decide on ${id}` });
    return { step: seat.step, token: seat.token, ...(seat.needsConfirmation && { isConfirmed: true, comment: 'Looked at it, fine.' }) };
  }

  let events = 0;
  for (const { version } of records.values()) events += version;
  return { records: records.size, events, idOf };
}
