import type { ConditionFields } from '../kernel';
import type { Agreement } from './agreement';
import type { Calendar } from './calendar';
import type { ClockFields } from './facts';
import { openTimeOf, type OpenTime } from './open-time';

/** What service levels need of the organization and its configuration. */
export interface ServiceLevelSource {
  agreements(): Iterable<Agreement>;
  calendars(): Iterable<Calendar>;
  calendar(id: string | undefined): Calendar | undefined;
  person(id: string | undefined): { readonly site?: string; readonly department?: string; readonly isVip?: boolean } | undefined;
  group(id: string | undefined): { readonly calendarId?: string } | undefined;
  category(id: string | undefined): { readonly parentId?: string; readonly calendarId?: string } | undefined;
  offering(id: string | undefined): { readonly categoryId?: string; readonly calendarId?: string; readonly targetMinutes?: number } | undefined;
}

/** A calendar and the time it is open. */
export interface OpenCalendar {
  readonly calendar: Calendar;
  readonly time: OpenTime;
}

/** Everything promised, ready to compute with. A changed configuration is a new object. */
export interface ServiceLevels {
  /** Agreements that are not retired; the lowest order first. */
  readonly agreements: readonly Agreement[];
  /** The calendar an agreement counts by for a record with these fields (domain.md 5.2, rule 15). */
  calendarFor(agreement: Agreement, fields: ClockFields): OpenCalendar | undefined;
  /** What conditions may look at of the requester: `site`, `department`, `isVip` (`true` or absent). */
  describe(requesterId: string | undefined): ConditionFields;
  /** Minutes that the ordered item promises by itself; they replace the target for the resolution. */
  promisedMinutes(fields: ClockFields): number | undefined;
}

export function createServiceLevels(source: ServiceLevelSource): ServiceLevels {
  const agreements = [...source.agreements()]
    .filter((agreement) => !agreement.retired)
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
  const bySite = new Map([...source.calendars()].filter(({ retired }) => !retired).flatMap((calendar) => (calendar.sites ?? []).map((site) => [site, calendar.id] as const)));
  const opened = new Map<string, OpenCalendar | undefined>();

  function open(id: string | undefined): OpenCalendar | undefined {
    if (id === undefined) return undefined;
    if (!opened.has(id)) {
      const calendar = source.calendar(id);
      opened.set(id, calendar && { calendar, time: openTimeOf(calendar, source.calendar) });
    }
    return opened.get(id);
  }

  function ofCategory(id: string | undefined): string | undefined {
    const category = source.category(id);
    return category && (category.calendarId ?? ofCategory(category.parentId));
  }

  function chosen({ calendarSource }: Agreement, fields: ClockFields): string | undefined {
    if (calendarSource === 'site') return bySite.get(source.person(fields.requesterId)?.site ?? '');
    if (calendarSource === 'group') return source.group(fields.groupId)?.calendarId;
    if (calendarSource !== 'service') return undefined;
    const offering = source.offering(fields.offeringId);
    return offering?.calendarId ?? ofCategory(fields.categoryId ?? offering?.categoryId);
  }

  return {
    agreements,
    calendarFor: (agreement, fields) => open(chosen(agreement, fields)) ?? open(agreement.calendarId),
    describe(requesterId) {
      const person = source.person(requesterId);
      return { site: person?.site, department: person?.department, isVip: person?.isVip ? 'true' : undefined };
    },
    promisedMinutes: ({ promisedMinutes, offeringId }) => (promisedMinutes === undefined ? source.offering(offeringId)?.targetMinutes : Number(promisedMinutes) || undefined),
  };
}
