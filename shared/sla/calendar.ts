import { defineRegister, hasRole, type Actor, type FieldProblem, type RegisterRecord } from '../kernel';
import { IANAZone } from 'luxon';
import { calendarSchema, targetSchema } from './calendar-schema';

export type Calendar = RegisterRecord<typeof calendarSchema>;
export type Target = RegisterRecord<typeof targetSchema>;

const canEdit = (actor: Actor): boolean => hasRole(actor, 'administrator', 'system');
const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

function isWindowList(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((window) => Array.isArray(window) && window.length === 2 && TIME.test(window[0]) && TIME.test(window[1]) && window[0] < window[1])
  );
}

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
