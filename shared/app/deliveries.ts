import { randomUUID } from 'node:crypto';
import type { Clock } from '../kernel';
import { deletePage, endOf, rowsUnder, type DerivedWrite, type GuardedWrite, type Storage, type StoredRow } from '../storage/port';
import { dueRow, placeName, queueRowsOf, deliveryId, type CardsTarget, type ClaimedDelivery, type Delivery, type DeliveryPlan, type DeliveryState, type DueDelivery } from './delivery';
import { rowKey, type OutboxEntry } from './rows';
import { undeliveredRows } from './undelivered';

/** Rows that one batch holds, less those it needs besides deliveries; three rows each at most. */
const CHUNK = 30;
const PAGE = 100;
const MAX_NOT_YET_DUE = 1_000;
const CALLS_KEPT_MS = 30 * 86_400_000;
/** What waited longer for a person's first word is not told any more. */
const NEWS_MS = 7 * 86_400_000;

const putQueueRows = (delivery: Delivery): DerivedWrite[] => queueRowsOf(delivery).map((row) => ({ kind: 'put', ...row }));

const queued = ({ row, data }: StoredRow): DueDelivery => ({ row, ...(data as Omit<DueDelivery, 'row'>) });
/** Beside a delivery to a webhook: where whoever keeps the webhook finds it. */
const listRows = (delivery: Delivery): readonly DerivedWrite[] =>
  delivery.target.to === 'webhook' ? [{ kind: 'put', row: rowKey.webhookCall(delivery.target.webhookId, delivery.at, `${delivery.recordId}-${delivery.id}`), data: delivery }] : [];

/** The rows of a fresh delivery, due at once. */
function freshRows(eventOf: string, seq: number, at: string, now: string, { about, notBefore, ...plan }: DeliveryPlan): FreshRows {
  const recordId = about?.recordId ?? eventOf;
  const id = about ? `${about.name}-${placeName(plan.target)}` : deliveryId(seq, plan.target);
  const delivery: Delivery = { ...plan, id, recordId, seq, at, state: 'pending', attempts: 0, dueAt: notBefore ?? now };
  const row = rowKey.delivery(recordId, delivery.id);
  return { delivery, row, create: { kind: 'create', row, data: delivery }, queue: [...putQueueRows(delivery), ...listRows(delivery)] };
}

type CreateWrite = Extract<GuardedWrite, { kind: 'create' }>;

interface FreshRows {
  readonly delivery: Delivery;
  readonly row: string;
  readonly create: CreateWrite;
  readonly queue: readonly DerivedWrite[];
}

/** Outbox and deliveries of one tenant. Everything is claimed by etag, so any number of instances may work at once. */
export function createDeliveries(storage: Storage, partition: string, clock: Clock) {
  const now = (): string => clock.now().toISOString();

  /** Replaces a delivery that is claimed and moves its queue row; false when another instance was faster. */
  async function replace({ delivery, etag }: ClaimedDelivery, next: Delivery, more: readonly DerivedWrite[] = []): Promise<string | undefined> {
    const row = rowKey.delivery(delivery.recordId, delivery.id);
    const queue = putQueueRows(next);
    if (delivery.dueAt && (!next.dueAt || dueRow(next) !== dueRow(delivery))) queue.push({ kind: 'drop', row: dueRow(delivery) });
    const result = await storage.commit({ partition, guarded: [{ kind: 'replace', row, etag, data: next }], derived: [...queue, ...listRows(next), ...undeliveredRows(next), ...more] });
    return result.ok ? result.etags.get(row) : undefined;
  }

  async function rowsFor({ delivery: { recordId, seq, at } }: ClaimedDelivery, plans: readonly DeliveryPlan[]): Promise<readonly DerivedWrite[]> {
    const fresh = plans.slice(0, CHUNK).map((plan) => freshRows(recordId, seq, at, now(), plan));
    const stored = await Promise.all(fresh.map(({ row }) => storage.get(partition, row)));
    return fresh
      .filter((_plan, index) => stored[index] === undefined)
      .flatMap(({ delivery, row, queue }): DerivedWrite[] => [{ kind: 'put', row, data: delivery }, ...queue]);
  }

  /** Rows that bring every card of a record up to date soon; `name` tells apart what asked for it. */
  function refreshRows(recordId: string, name: string, target: CardsTarget = { to: 'cards' }, inMs = 0): { readonly guarded: readonly [CreateWrite]; readonly derived: readonly DerivedWrite[] } {
    const at = now();
    const dueAt = new Date(clock.now().getTime() + inMs).toISOString();
    const delivery: Delivery = { id: `card-${name}`, recordId, seq: 0, at, target, state: 'pending', attempts: 0, dueAt };
    return {
      guarded: [{ kind: 'create', row: rowKey.delivery(recordId, delivery.id), data: delivery }],
      derived: putQueueRows(delivery),
    };
  }

  async function read(recordId: string, id: string): Promise<Delivery | undefined> {
    return (await storage.get(partition, rowKey.delivery(recordId, id)))?.data as Delivery | undefined;
  }

  async function finish(claimed: ClaimedDelivery, state: Exclude<DeliveryState, 'pending'>, more: { reason?: string; activityId?: string } = {}, rows: readonly DerivedWrite[] = []): Promise<void> {
    const { dueAt: _due, waitsFor: _waits, reason: _reason, ...rest } = claimed.delivery;
    await replace(claimed, { ...rest, state, doneAt: now(), ...more }, rows);
  }

  async function wait(claimed: ClaimedDelivery, personId: string, reason: string): Promise<void> {
    const { dueAt: _due, ...rest } = claimed.delivery;
    await replace(claimed, { ...rest, attempts: 0, waitsFor: personId, reason });
  }

  return {
    read,

    /** Outbox entries that nobody has expanded yet, oldest first. */
    async outbox(): Promise<readonly StoredRow[]> {
      const page = await storage.range({ partition, from: rowKey.outboxAll, to: 'o;', limit: PAGE });
      return page.rows;
    },

    /**
     * Turns an outbox entry into deliveries and removes it, in one transaction. Chunks before the last one are created
     * first: should this process die in between, the next one finds them and goes on.
     */
    async expand({ row, etag, data }: StoredRow, plans: readonly DeliveryPlan[]): Promise<boolean> {
      const { id, history } = data as OutboxEntry;
      const last = history.at(-1);
      const planned = plans.map((plan) => ({ ...freshRows(id, last?.seq ?? 0, last?.at ?? now(), now(), plan), isOnce: plan.about !== undefined }));
      const known = await Promise.all(planned.map(async (entry) => entry.isOnce && (await storage.get(partition, entry.row)) !== undefined));
      const fresh = planned.filter((_entry, index) => !known[index]);
      while (fresh.length > CHUNK) {
        const [first, ...rest] = fresh.splice(0, CHUNK);
        if (!first) break;
        const chunk = [first, ...rest];
        await storage.commit({ partition, guarded: [first.create, ...rest.map((entry) => entry.create)], derived: chunk.flatMap((entry) => entry.queue) });
      }
      const result = await storage.commit({
        partition,
        guarded: [{ kind: 'delete', row, etag }, ...fresh.map((entry) => entry.create)],
        derived: fresh.flatMap((entry) => entry.queue),
      });
      return result.ok;
    },

    refreshRows,

    /** Brings every card of a record up to date soon, `inMs` from now at the earliest. */
    async refresh(recordId: string, target: CardsTarget = { to: 'cards' }, inMs = 0): Promise<void> {
      const { guarded, derived } = refreshRows(recordId, randomUUID(), target, inMs);
      await storage.commit({ partition, guarded, derived });
    },

    /** Queue rows that are due, oldest first: those to people and places in Teams, or those to webhooks. */
    async due(queue: 'teams' | 'webhooks' = 'teams'): Promise<readonly DueDelivery[]> {
      const until = new Date(clock.now().getTime() + 1).toISOString();
      const [from, to] = queue === 'teams' ? [rowKey.dueAll, rowKey.dueUntil(until)] : [rowKey.webhookDueAll, rowKey.webhookDueUntil(until)];
      const page = await storage.range({ partition, from, to, limit: PAGE });
      return page.rows.map(queued);
    },

    /** Queue rows to people and places in Teams that are not due yet, soonest first: another instance is at it, or it is tried again. */
    async notYetDue(withinMs: number): Promise<readonly DueDelivery[]> {
      const at = clock.now().getTime();
      const [from, to] = [at + 1, at + withinMs].map((ms) => rowKey.dueUntil(new Date(ms).toISOString())) as [string, string];
      const page = await storage.range({ partition, from, to, limit: MAX_NOT_YET_DUE });
      return page.rows.map(queued);
    },

    /** Takes a due delivery for `leaseMs`. `elsewhere`: another instance was faster, and it still has to be made. */
    async claim(due: DueDelivery, leaseMs: number): Promise<ClaimedDelivery | 'elsewhere' | 'done'> {
      const row = rowKey.delivery(due.recordId, due.id);
      const stored = await storage.get(partition, row);
      const delivery = stored?.data as Delivery | undefined;
      if (!stored || !delivery?.dueAt) return 'done';
      if (dueRow(delivery) !== due.row) return 'elsewhere';
      const dueAt = new Date(clock.now().getTime() + leaseMs).toISOString();
      const leased: Delivery = { ...delivery, attempts: delivery.attempts + 1, dueAt };
      const etag = await replace({ delivery, etag: stored.etag }, leased);
      return etag === undefined ? 'elsewhere' : { delivery: leased, etag };
    },

    /** Ends a delivery, together with rows that remember what was sent. */
    finish,

    /** Ends a delivery that was told in the same message as another one, with what became of that. */
    async endLike(claimed: ClaimedDelivery, { recordId, id }: Delivery): Promise<void> {
      const told = await read(recordId, id);
      if (told?.waitsFor) return wait(claimed, told.waitsFor, told.reason ?? '');
      if (!told || told.state === 'pending') return;
      const { state, reason, activityId } = told;
      await finish(claimed, state, { reason: state === 'sent' ? 'together' : (reason ?? ''), ...(activityId && { activityId }) });
    },

    /** Ends a delivery that cannot be made and tells others instead, in one transaction. */
    async divert(claimed: ClaimedDelivery, reason: string, plans: readonly DeliveryPlan[]): Promise<void> {
      const { dueAt: _due, ...rest } = claimed.delivery;
      await replace(claimed, { ...rest, state: 'diverted', doneAt: now(), reason }, await rowsFor(claimed, plans));
    },

    /** Rows that tell others what a delivery tells; nobody who is told of the same event anyway. */
    rowsFor,

    /** Puts it back to be tried at `dueAt`. */
    async postpone(claimed: ClaimedDelivery, dueAt: string, reason: string): Promise<void> {
      await replace(claimed, { ...claimed.delivery, dueAt, reason });
    },

    /** Puts it back untried. */
    async putBack(claimed: ClaimedDelivery, dueAt: string, reason: string): Promise<void> {
      await replace(claimed, { ...claimed.delivery, attempts: claimed.delivery.attempts - 1, dueAt, reason });
    },

    /** Leaves it pending until the person first talks to the bot. */
    wait,

    /** The person has talked to the bot: what waited for that is due now, unless it is old news. Returns how many. */
    async wake(personId: string): Promise<number> {
      let woken = 0;
      const oldest = new Date(clock.now().getTime() - NEWS_MS).toISOString();
      for await (const { row, data } of rowsUnder(storage, partition, rowKey.waitingFor(personId))) {
        const { recordId, id } = data as { recordId: string; id: string };
        const stored = await storage.get(partition, rowKey.delivery(recordId, id));
        const delivery = stored?.data as Delivery | undefined;
        if (!stored || !delivery || delivery.waitsFor !== personId) continue;
        const { waitsFor: _waits, ...rest } = delivery;
        const isNews = delivery.at >= oldest;
        const next: Delivery = isNews ? { ...rest, dueAt: now() } : { ...rest, state: 'skipped', reason: 'outdated', doneAt: now() };
        await replace({ delivery, etag: stored.etag }, next, [{ kind: 'drop', row }]);
        if (isNews) woken += 1;
      }
      return woken;
    },

    /** What one webhook was told last and what became of it, newest first. */
    async ofWebhook(webhookId: string, limit: number): Promise<readonly Delivery[]> {
      const from = rowKey.webhookCalls(webhookId);
      const page = await storage.range({ partition, from, to: endOf(from), limit });
      return page.rows.map(({ data }) => data as Delivery);
    },

    /** Removes a page of what a webhook was told more than 30 days ago; returns how many. */
    async trimWebhook(webhookId: string): Promise<number> {
      const from = rowKey.webhookCallsUntil(webhookId, new Date(clock.now().getTime() - CALLS_KEPT_MS).toISOString());
      return deletePage(storage, partition, from, endOf(rowKey.webhookCalls(webhookId)));
    },

    /** What became of everything that was told about a record, oldest first. */
    async of(recordId: string): Promise<readonly Delivery[]> {
      const found: Delivery[] = [];
      for await (const { data } of rowsUnder(storage, partition, rowKey.deliveries(recordId))) found.push(data as Delivery);
      return found;
    },
  };
}

export type Deliveries = ReturnType<typeof createDeliveries>;
