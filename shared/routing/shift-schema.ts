import { choice, date, dateTime, group, number, people, person, structured, text } from '../kernel';
import type { Weekly } from '../sla/calendar-schema';

/** Ordinary work, or who is asked first, second and third outside of it (domain.md 6.2). */
export const SHIFT_LEVELS = ['work', 'primary', 'secondary', 'tertiary'] as const;
export type ShiftLevel = (typeof SHIFT_LEVELS)[number];

/** For a while somebody else. Instants are ISO 8601. */
export interface Swap {
  readonly from: string;
  readonly to: string;
  readonly outId: string;
  readonly inId: string;
}

/** A swap that a colleague is asked for. */
export interface SwapProposal extends Swap {
  readonly id: string;
}

const from = dateTime({ label: 'field.swap.from', required: true });
const to = dateTime({ label: 'field.swap.to', required: true });
const inId = person({ label: 'field.swap.in', required: true });
const outId = person({ label: 'field.swap.out', required: true });
const swapId = text({ label: 'field.swap.proposal', required: true, max: 20 });
export const proposeSwapSchema = { from, to, inId };
export const swapIdSchema = { swapId };
export const declineSwapSchema = { swapId, reason: text({ label: 'field.swap.declineReason', max: 300 }) };
export const setSwapSchema = { from, to, outId, inId };
export const removeSwapSchema = { from, outId };

/** The days of which it is asked who is on duty: a month at most. */
export const dutyQuerySchema = {
  from: dateTime({ label: 'field.duty.from', required: true }),
  to: dateTime({ label: 'field.duty.to', required: true, notBefore: 'from', withinDays: 31 }),
};

/** When people of a group work, or are on call, by local wall-clock time (domain.md 6.2). */
export const shiftSchema = {
  name: text({ label: 'field.shift.name', required: true, max: 80 }),
  groupId: group({ label: 'field.shift.group', required: true }),
  level: choice(SHIFT_LEVELS, 'shiftLevel', { label: 'field.shift.level', required: true }),
  /** IANA zone. */
  zone: text({ label: 'field.shift.zone', required: true, max: 60 }),
  weekly: structured<Weekly>()({ label: 'field.shift.weekly', required: true, max: 5_000 }),
  /** With a rotation in the order in which they take turns. */
  memberIds: people({ label: 'field.shift.members', help: 'help.shift.members', required: true, max: 100 }),
  /** Length of a turn in days; absent: all members at the same time. */
  rotationDays: number({ label: 'field.shift.rotationDays', help: 'help.shift.rotationDays', atLeast: 1, atMost: 365 }),
  /** Local date of the first turn of the first member. */
  rotationFrom: date({ label: 'field.shift.rotationFrom' }),
  /** Local time `HH:MM` of the hand-over; absent: 09:00. */
  handoverAt: text({ label: 'field.shift.handoverAt', max: 5 }),
  swaps: structured<readonly Swap[]>()({ label: 'field.shift.swaps', max: 20_000 }),
};
