import { IANAZone } from 'luxon';
import type { DecideContext, FieldProblem } from '../kernel';
import type { Calendar } from './calendar';
import { dayNumberOf, WEEKDAYS } from './calendar-dates';
import type { Window } from './calendar-schema';
import { openTimeOf } from './open-time';

type Values = Readonly<Record<string, unknown>>;

/** The other calendars, which a calendar may be made of or compete with. */
export interface CalendarDirectory {
  calendar(id: string): Calendar | undefined;
  calendars(): Iterable<Calendar>;
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const MAX_WINDOWS = 12;
const MAX_DATES = 3_000;
const MAX_MEMBERS = 40;
const MAX_SITES = 200;
const MAX_NAME_CHARS = 100;
/** Of a field that is wrong all over, whoever mends it needs the beginning. */
const MAX_PROBLEMS = 5;

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every((entry) => typeof entry === 'string');
const isName = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.trim() === value && value.length <= MAX_NAME_CHARS && !/\p{Cc}/u.test(value);
const isTime = (value: unknown): boolean => typeof value === 'string' && TIME.test(value);
const isWindow = (value: unknown): value is Window => Array.isArray(value) && value.length === 2 && value.every(isTime);
/** What somebody sent, short enough to be told back. */
const told = (text: string): string => text.slice(0, 40);

/** The first thing that is wrong with the windows of one day; `day` is a weekday or a date. */
function windowsProblem(name: 'weekly' | 'overrides', day: string, windows: unknown): FieldProblem | undefined {
  if (!Array.isArray(windows) || !windows.every(isWindow)) return { field: name, code: 'notWindows' };
  if (windows.length > MAX_WINDOWS) return { field: name, code: 'tooMany', params: { max: MAX_WINDOWS } };
  const sorted = [...windows].sort(([a], [b]) => (a < b ? -1 : 1));
  const params = ([open, close]: Window): Record<string, string> => ({ day, open, close });
  const empty = sorted.find(([open, close]) => open === close);
  if (empty) return { field: name, code: 'windowEmpty', params: params(empty) };
  const backwards = sorted.find(([open, close]) => close < open);
  if (backwards) return { field: name, code: 'windowBackwards', params: params(backwards) };
  const at = sorted.findIndex(([open], index) => index > 0 && open < (sorted[index - 1] as Window)[1]);
  const [first, second] = [sorted[at - 1], sorted[at]];
  if (!first || !second) return undefined;
  return { field: name, code: 'windowsOverlap', params: { ...params(first), otherOpen: second[0], otherClose: second[1] } };
}

function weeklyProblems(weekly: unknown): readonly FieldProblem[] {
  if (!isObject(weekly)) return [{ field: 'weekly', code: 'notWindows' }];
  return Object.entries(weekly).flatMap(([day, windows]): readonly FieldProblem[] => {
    if (!(WEEKDAYS as readonly string[]).includes(day)) return [{ field: 'weekly', code: 'unknownWeekday', params: { day: told(day) } }];
    const problem = windowsProblem('weekly', day, windows);
    return problem ? [problem] : [];
  });
}

function datesProblems(name: 'holidays' | 'holidayNames' | 'overrides', dates: readonly string[]): readonly FieldProblem[] {
  if (dates.length > MAX_DATES) return [{ field: name, code: 'tooMany', params: { max: MAX_DATES } }];
  const wrong = dates.filter((date) => dayNumberOf(date) === undefined);
  return wrong.map((date) => ({ field: name, code: 'noSuchDate', params: { date: told(date) } }));
}

function holidayProblems({ holidays = [], holidayNames = {} }: Values): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (isTexts(holidays)) problems.push(...datesProblems('holidays', holidays));
  else problems.push({ field: 'holidays', code: 'notList' });
  if (!isObject(holidayNames) || !Object.values(holidayNames).every(isName)) problems.push({ field: 'holidayNames', code: 'notNames', params: { max: MAX_NAME_CHARS } });
  else problems.push(...datesProblems('holidayNames', Object.keys(holidayNames)));
  return problems;
}

function overrideProblems(overrides: unknown): readonly FieldProblem[] {
  if (!isObject(overrides)) return [{ field: 'overrides', code: 'notWindows' }];
  const dates = datesProblems('overrides', Object.keys(overrides));
  if (dates.length > 0) return dates;
  return Object.entries(overrides).flatMap(([date, windows]) => windowsProblem('overrides', date, windows) ?? []);
}

function memberProblem(id: string, ownId: unknown, directory: CalendarDirectory): FieldProblem | undefined {
  if (id === ownId) return { field: 'memberIds', code: 'memberOfItself' };
  const member = directory.calendar(id);
  if (!member || member.retired) return { field: 'memberIds', code: 'unknownMember', params: { id: told(id) } };
  return member.memberIds ? { field: 'memberIds', code: 'memberIsUnion', params: { name: member.name } } : undefined;
}

function unionProblems({ id, memberIds }: Values, directory: CalendarDirectory): readonly FieldProblem[] {
  if (memberIds === undefined) return [];
  if (!isTexts(memberIds)) return [{ field: 'memberIds', code: 'notList' }];
  if (memberIds.length === 0) return [{ field: 'memberIds', code: 'noMembers' }];
  if (memberIds.length > MAX_MEMBERS) return [{ field: 'memberIds', code: 'tooMany', params: { max: MAX_MEMBERS } }];
  if (new Set(memberIds).size < memberIds.length) return [{ field: 'memberIds', code: 'memberTwice' }];
  const around = [...directory.calendars()].find((other) => !other.retired && other.memberIds?.includes(String(id)));
  if (around) return [{ field: 'memberIds', code: 'isMemberItself', params: { name: around.name } }];
  return memberIds.flatMap((memberId) => memberProblem(memberId, id, directory) ?? []);
}

/** What is wrong with the zone and the weekly windows of anything that repeats by the week. */
export function weeklyTimeProblems({ zone, weekly }: Values): readonly FieldProblem[] {
  const isZone = typeof zone === 'string' && IANAZone.isValidZone(zone);
  return [...(isZone ? [] : [{ field: 'zone', code: 'notZone' }]), ...weeklyProblems(weekly).slice(0, MAX_PROBLEMS)];
}

/** What keeps a calendar from being computed with at all, whoever it is for. */
export function timeProblems(values: Values, directory: CalendarDirectory): readonly FieldProblem[] {
  const { overrides = {} } = values;
  return [
    ...weeklyTimeProblems(values),
    ...[holidayProblems(values), overrideProblems(overrides), unionProblems(values, directory)].flatMap((problems) =>
      problems.slice(0, MAX_PROBLEMS),
    ),
  ];
}

function siteProblems({ id, sites = [] }: Values, directory: CalendarDirectory): readonly FieldProblem[] {
  if (!Array.isArray(sites) || !sites.every(isName)) return [{ field: 'sites', code: 'notNames', params: { max: MAX_NAME_CHARS } }];
  if (sites.length > MAX_SITES) return [{ field: 'sites', code: 'tooMany', params: { max: MAX_SITES } }];
  const others = [...directory.calendars()].filter((other) => !other.retired && other.id !== id);
  return sites
    .flatMap((site): readonly FieldProblem[] => {
      const other = others.find((calendar) => calendar.sites?.includes(site));
      return other ? [{ field: 'sites', code: 'siteTaken', params: { site, name: other.name } }] : [];
    })
    .slice(0, MAX_PROBLEMS);
}

/** Everything about a calendar that its schema cannot say; each problem names the field and what to do. */
export function checkCalendar(values: Values, { config, now }: DecideContext<unknown>): readonly FieldProblem[] {
  const directory = config as CalendarDirectory;
  const problems = [...timeProblems(values, directory), ...siteProblems(values, directory)];
  if (problems.length > 0) return problems;
  // No window at all, or only dates that have passed: nothing would ever be due (domain.md 5.2, rule 6).
  const isClosed = openTimeOf(values as unknown as Calendar, directory.calendar).neverOpens(Date.parse(now));
  return isClosed ? [{ field: values.memberIds ? 'memberIds' : 'weekly', code: 'neverOpens' }] : [];
}
