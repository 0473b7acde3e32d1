import type { KeyUse } from '../../../../shared/integration-keys/integration-key-views';
import { useSession } from '../../lib/session';
import { useAnswer } from '../lists/use-answer';

/** The day on which a key was used last, in words: that it never was, or empty until that is known. */
export function useLastUse(): (keyId: string, words?: (day: string) => string) => string {
  const { t, language } = useSession();
  const { answer } = useAnswer<{ readonly items: readonly KeyUse[] }>('/api/integration-keys/uses');
  // It is the day by UTC, wherever the reader is.
  const dayText = (day: string): string => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
  return (keyId, words = (day) => day) => {
    const day = answer?.items.find(({ id }) => id === keyId)?.day;
    return !answer ? '' : day ? words(dayText(day)) : t('setup.integrationKeys.unused');
  };
}
