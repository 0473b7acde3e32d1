import { useMemo } from 'react';
import { useSession } from '../../lib/session';
import { conditionFields } from '../conditions/condition-fields';
import type { CalendarView } from '../types';
import { useRegister } from '../../registers/use-register';
import type { AgreementWords } from './describe-agreement';

export interface KnownCalendars {
  readonly words: AgreementWords;
  readonly calendars: readonly CalendarView[];
}

/** Names of everything that agreements mention, and the calendars to choose from. */
export function useAgreementWords(): KnownCalendars {
  const session = useSession();
  const { entries: calendars } = useRegister<CalendarView>('calendars');
  return useMemo(() => {
    const { t, language, config } = session;
    const sites = [...new Set(calendars.flatMap((calendar) => calendar.sites ?? []))].sort((a, b) => a.localeCompare(b, language));
    const words: AgreementWords = {
      t, language,
      fields: conditionFields(session, sites),
      calendarName: (id) => calendars.find((calendar) => calendar.id === id)?.name ?? id,
      groupName: (id) => config.groups.find((group) => group.id === id)?.name ?? id,
    };
    return { words, calendars };
  }, [session, calendars]);
}
