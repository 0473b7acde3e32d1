import type { Condition, Conditions } from '../../../shared/kernel';
import type { Agreement } from '../../../shared/sla/agreement';
import type { TargetTime } from '../../../shared/sla/agreement-schema';
import type { Calendar } from '../../../shared/sla/calendar';
import type { ClockFields } from '../../../shared/sla/facts';
import { minuteOf, oracleTime, type OracleTime } from './oracle-time';

interface Place { readonly id: string; readonly calendarId?: string }

/** The organization and its promises as plain data, for the engine and for the oracle alike. */
export interface World {
  readonly agreements: readonly Agreement[];
  readonly calendars: readonly Calendar[];
  readonly people: readonly { readonly id: string; readonly site?: string; readonly department?: string; readonly isVip?: boolean }[];
  readonly groups: readonly Place[];
  readonly categories: readonly (Place & { readonly parentId?: string })[];
  readonly offerings: readonly (Place & { readonly categoryId?: string; readonly targetMinutes?: number })[];
}

/** What is promised at one moment: under which agreement, how much, by which calendar. */
export interface Terms {
  readonly agreement: Agreement;
  readonly calendar: Calendar;
  readonly priority: string;
  readonly target: TargetTime;
}

export type Fields = Readonly<Partial<Record<keyof ClockFields, string>>>;

export interface OracleLevels {
  readonly world: World;
  holds(conditions: Conditions, fields: Fields): boolean;
  /** The terms of this agreement for a record with these fields, if it promises anything to it. */
  termsOf(agreement: Agreement, fields: Fields, receivedAt: number): Terms | undefined;
  timeOf(calendar: Calendar): OracleTime;
}

/** Minutes of a target that starts then; undefined for the close of a day that never comes. */
export function targetMinutes({ agreement, calendar, target }: Terms, startedAt: number, timeOf: (calendar: Calendar) => OracleTime): number | undefined {
  switch (target.unit) {
    case 'minutes':
      return target.value;
    case 'hours':
      return target.value * 60;
    case 'days':
      return target.value * (agreement.dayMinutes ?? Number.NaN);
    case 'endOfDays':
      return timeOf(calendar).minutesToClose(startedAt, target.value);
  }
}

export function oracleLevels(world: World): OracleLevels {
  const found = <T extends { readonly id: string }>(entries: readonly T[], id: string | undefined): T | undefined => entries.find((entry) => entry.id === id);
  const times = new Map<string, OracleTime>();

  function timeOf(calendar: Calendar): OracleTime {
    const time = times.get(calendar.id) ?? oracleTime(calendar, (id) => found(world.calendars, id));
    times.set(calendar.id, time);
    return time;
  }

  function holds(conditions: Conditions, fields: Fields): boolean {
    const person = found(world.people, fields.requesterId);
    const seen: Readonly<Record<string, string | undefined>> = { ...fields, site: person?.site, department: person?.department, isVip: person?.isVip ? 'true' : undefined };
    const one = ({ field, is, isNot }: Condition): boolean => {
      const value = seen[field] ?? '';
      if (is && !is.includes(value)) return false;
      return !(isNot ?? []).includes(value);
    };
    for (const group of conditions) if (group.every(one)) return true;
    return false;
  }

  function ofCategory(id: string | undefined): string | undefined {
    const category = found(world.categories, id);
    return category?.calendarId ?? (category?.parentId === undefined ? undefined : ofCategory(category.parentId));
  }

  /** Rule 15: whose calendar counts, and the agreement's own where there is none. */
  function calendarFor(agreement: Agreement, fields: Fields): Calendar | undefined {
    const site = found(world.people, fields.requesterId)?.site;
    const offering = found(world.offerings, fields.offeringId);
    const chosen = {
      fixed: undefined,
      site: site === undefined ? undefined : world.calendars.find(({ sites }) => sites?.includes(site))?.id,
      group: found(world.groups, fields.groupId)?.calendarId,
      service: offering?.calendarId ?? ofCategory(fields.categoryId ?? offering?.categoryId),
    }[agreement.calendarSource];
    return found(world.calendars, chosen) ?? found(world.calendars, agreement.calendarId);
  }

  return {
    world,
    holds,
    timeOf,
    termsOf(agreement, fields, receivedAt) {
      if (agreement.validFrom && receivedAt < minuteOf(agreement.validFrom)) return undefined;
      if (agreement.validTo && receivedAt >= minuteOf(agreement.validTo)) return undefined;
      if (agreement.conditions?.applies && !holds(agreement.conditions.applies, fields)) return undefined;
      const priority = fields.priority ?? '';
      const listed = agreement.targets[priority] ?? agreement.targets.any;
      const calendar = calendarFor(agreement, fields);
      if (!listed || !calendar) return undefined;
      const promised = agreement.type === 'sla' && agreement.metric === 'resolution' ? found(world.offerings, fields.offeringId)?.targetMinutes : undefined;
      return { agreement, calendar, priority, target: promised === undefined ? listed : { value: promised, unit: 'minutes' } };
    },
  };
}
