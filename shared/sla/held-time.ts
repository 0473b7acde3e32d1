import type { ClockFields } from './facts';
import type { OpenTime } from './open-time';
import type { Step } from './steps';

/** Who has a record in hand, or what it waits for. */
export type Holder =
  | { readonly kind: 'person'; readonly personId: string; readonly groupId?: string }
  /** Nobody of the group has taken it. */
  | { readonly kind: 'queue'; readonly groupId: string }
  | { readonly kind: 'nobody' | 'requester' | 'approval' }
  | { readonly kind: 'supplier'; readonly supplier?: string }
  | { readonly kind: 'hold'; readonly holdReason: string }
  /** Sum over everybody of a group and its queue. */
  | { readonly kind: 'group'; readonly groupId: string };

export interface HeldTime {
  readonly holder: Holder;
  /** Around the clock. */
  readonly wallMs: number;
  /** In open hours of the calendar. */
  readonly openMs: number;
}

/** Resolved, or over: nobody has it in hand. */
const DONE = new Set(['resolved', 'fulfilled', 'closed', 'cancelled', 'rejected']);

export function holderOf({ state, holdReason, supplier, assigneeId, groupId }: ClockFields): Holder | undefined {
  if (DONE.has(state ?? '')) return undefined;
  if (state === 'awaitingApproval') return { kind: 'approval' };
  if (state === 'returned' || (state === 'onHold' && holdReason === 'requester')) return { kind: 'requester' };
  if (state === 'onHold' && holdReason === 'vendor') return { kind: 'supplier', ...(supplier && { supplier }) };
  if (state === 'onHold' && holdReason) return { kind: 'hold', holdReason };
  if (assigneeId) return { kind: 'person', personId: assigneeId, ...(groupId && { groupId }) };
  return groupId ? { kind: 'queue', groupId } : { kind: 'nobody' };
}

/**
 * Who had the record for how long up to `now`, who had it longest first; the time while it was resolved is nobody's. Without
 * a calendar all time is open.
 */
export function heldTime(steps: readonly Step[], now: number, time: OpenTime | undefined): readonly HeldTime[] {
  const sums = new Map<string, HeldTime>();
  for (const [index, step] of steps.entries()) {
    const holder = holderOf(step.fields);
    const to = Math.min(steps[index + 1]?.at ?? now, now);
    if (!holder || to <= step.at) continue;
    const key = JSON.stringify(holder);
    const { wallMs = 0, openMs = 0 } = sums.get(key) ?? {};
    sums.set(key, { holder, wallMs: wallMs + to - step.at, openMs: openMs + (time ? time.between(step.at, to) : to - step.at) });
  }
  return [...sums.values()].sort((left, right) => right.openMs - left.openMs || right.wallMs - left.wallMs);
}

/** The same summed up: a group's people and its queue are one. */
export function heldByGroup(held: readonly HeldTime[]): readonly HeldTime[] {
  const sums = new Map<string, HeldTime>();
  for (const { holder, wallMs, openMs } of held) {
    const groupId = 'groupId' in holder ? holder.groupId : undefined;
    const whole: Holder = groupId ? { kind: 'group', groupId } : holder;
    const key = JSON.stringify(whole);
    const known = sums.get(key);
    sums.set(key, { holder: whole, wallMs: wallMs + (known?.wallMs ?? 0), openMs: openMs + (known?.openMs ?? 0) });
  }
  return [...sums.values()].sort((left, right) => right.openMs - left.openMs || right.wallMs - left.wallMs);
}

/**
 * Shares in whole percent that add up to exactly 100: rounded down, and the points that are left go to the largest
 * remainders, the first of equals. All zero when there is nothing to share.
 */
export function sharesOf(amounts: readonly number[]): readonly number[] {
  const whole = amounts.reduce((sum, amount) => sum + amount, 0);
  if (whole <= 0) return amounts.map(() => 0);
  const exact = amounts.map((amount) => (amount * 100) / whole);
  const floors = exact.map(Math.floor);
  const left = 100 - floors.reduce((sum, floor) => sum + floor, 0);
  const order = exact.map((value, index) => ({ index, rest: value - Math.floor(value) })).sort((a, b) => b.rest - a.rest || a.index - b.index);
  const lucky = new Set(order.slice(0, left).map(({ index }) => index));
  return floors.map((floor, index) => floor + (lucky.has(index) ? 1 : 0));
}
