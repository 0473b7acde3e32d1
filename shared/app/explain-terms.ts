import type { Directory } from '../catalog';
import type { Recorded } from '../kernel';
import { createServiceLevels, openTimeOf, type Agreement, type Calendar, type ClockView, type OpenCalendar, type ServiceLevels, type ServiceLevelSource } from '../sla';
import type { Storage } from '../storage/port';
import { openRecord } from './load';

/** Agreements and calendars as one clock lived under them. */
export interface ClockTerms {
  /** Only what was, or could have been, this clock's promise. */
  readonly levels: ServiceLevels;
  readonly agreement: (id: string) => Agreement | undefined;
  readonly open: (calendarId: string) => OpenCalendar | undefined;
  readonly members: (calendar: Calendar) => readonly Calendar[];
  /** Versions that hold now, where they are others. */
  readonly changed: { readonly agreement?: number; readonly calendar?: number };
}

type Versions = ReadonlyMap<string, number>;

function versionsOf({ agreementId, agreementVersion, calendarId, calendarVersion, previous }: ClockView): { agreements: Versions; calendars: Versions } {
  const all = [...previous, { agreementId, agreementVersion, calendarId, calendarVersion }];
  return {
    agreements: new Map(all.map((terms) => [terms.agreementId, terms.agreementVersion])),
    calendars: new Map(all.map((terms) => [terms.calendarId, terms.calendarVersion])),
  };
}

/** A register entry as it was at one version: its history folded up to there. */
async function entryAt<T>(storage: Storage, partition: string, id: string, version: number): Promise<T | undefined> {
  const opened = await openRecord(storage, partition, id);
  if (!opened) return undefined;
  const history = opened.history.filter(({ seq }) => seq <= version);
  return history.reduce<unknown>((entry, recorded: Recorded) => opened.practice.fold(entry, recorded as never), undefined) as T | undefined;
}

async function entriesAt<T extends { readonly version: number }>(wanted: Versions, current: (id: string) => T | undefined, load: (id: string, version: number) => Promise<T | undefined>): Promise<Map<string, T>> {
  const found = new Map<string, T>();
  for (const [id, version] of wanted) {
    const known = current(id);
    const entry = known?.version === version ? known : await load(id, version);
    if (entry) found.set(id, entry);
  }
  return found;
}

const isAmong = (levels: ServiceLevels, { type, metric, agreementId }: ClockView): ServiceLevels => ({
  ...levels,
  agreements: levels.agreements.filter((agreement) => (type === 'sla' ? agreement.type === 'sla' && agreement.metric === metric : agreement.id === agreementId)),
});

/**
 * What a clock was computed with: agreements and calendars at the versions that stand on it (domain.md 5.2, rules 14 and 15).
 * While these are still the present ones nothing is loaded.
 */
export async function termsOfClock(clock: ClockView, directory: Directory, storage: Storage, partition: string): Promise<ClockTerms> {
  const { agreements, calendars } = versionsOf(clock);
  const load = <T>(id: string, version: number): Promise<T | undefined> => entryAt<T>(storage, partition, id, version);
  const oldAgreements = await entriesAt<Agreement>(agreements, directory.agreement, load);
  const oldCalendars = await entriesAt<Calendar>(calendars, directory.calendar, load);
  const isPresent =
    [...oldAgreements.values()].every((agreement) => agreement === directory.agreement(agreement.id)) &&
    [...oldCalendars.values()].every((calendar) => calendar === directory.calendar(calendar.id));
  const calendar = (id: string | undefined): Calendar | undefined => (id === undefined ? undefined : (oldCalendars.get(id) ?? directory.calendar(id)));
  // Of those that were chosen at some time, the first that applied then is the one that was chosen: others need not be known.
  const source: ServiceLevelSource = {
    agreements: () => [...oldAgreements.values()].map((agreement) => ({ ...agreement, retired: false })),
    calendars: () => [...directory.calendars()].map(({ id }) => calendar(id) as Calendar),
    calendar, person: directory.person, group: directory.group, category: directory.category, offering: directory.offering,
  };
  const nowAgreement = directory.agreement(clock.agreementId)?.version;
  const nowCalendar = directory.calendar(clock.calendarId)?.version;
  return {
    levels: isAmong(isPresent ? directory.serviceLevels() : createServiceLevels(source), clock),
    agreement: (id) => oldAgreements.get(id) ?? directory.agreement(id),
    open(calendarId) {
      const found = calendar(calendarId);
      return found && { calendar: found, time: openTimeOf(found, calendar) };
    },
    members: ({ memberIds }) => (memberIds ?? []).flatMap((id) => calendar(id) ?? []),
    changed: {
      ...(nowAgreement !== undefined && nowAgreement !== clock.agreementVersion && { agreement: nowAgreement }),
      ...(nowCalendar !== undefined && nowCalendar !== clock.calendarVersion && { calendar: nowCalendar }),
    },
  };
}
