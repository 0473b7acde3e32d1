import { defineRegister, hasRole, type Actor, type FieldProblem, type RegisterRecord } from '../kernel';
import { IANAZone } from 'luxon';
import { calendarSchema, targetSchema } from './calendar-schema';

export type Calendar = RegisterRecord<typeof calendarSchema>;
export type Target = RegisterRecord<typeof targetSchema>;

const canEdit = (actor: Actor): boolean => hasRole(actor, 'administrator', 'system');
const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

const isTime = (value: unknown): value is string => typeof value === 'string' && TIME.test(value);

function isWindow(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [from, to] = value as unknown[];
  return isTime(from) && isTime(to) && from < to;
}

const isWindowList = (value: unknown): boolean => Array.isArray(value) && value.every(isWindow);

function checkCalendar(values: Readonly<Record<string, unknown>>): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  const lists = (value: unknown): boolean => typeof value !== 'object' || value === null || Object.values(value).every(isWindowList);
  if (typeof values.zone === 'string' && !IANAZone.isValidZone(values.zone)) problems.push({ field: 'zone', code: 'notZone' });
  if (values.weekly && !lists(values.weekly)) problems.push({ field: 'weekly', code: 'notWindows' });
  if (values.overrides && !lists(values.overrides)) problems.push({ field: 'overrides', code: 'notWindows' });
  return problems;
}

export const calendarsPractice = defineRegister({
  practice: 'calendars',
  prefix: 'CAL',
  schema: calendarSchema,
  canRead: () => true,
  canEdit,
  check: checkCalendar,
  sortKey: (calendar) => calendar.name.toLowerCase(),
});

export const targetsPractice = defineRegister({
  practice: 'targets',
  prefix: 'TGT',
  schema: targetSchema,
  canRead: () => true,
  canEdit,
  sortKey: (target) => `${target.kind} ${target.priority}`,
});
