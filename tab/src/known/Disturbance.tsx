import { useState } from 'react';
import type { DisturbanceView } from '../lib/api-types';
import { asApiError } from '../lib/api';
import { errorText } from '../lib/error-text';
import { useSession } from '../lib/session';
import { announce } from '../parts/announce';
import { WarningBox } from './WarningBox';

/** Others report the same now: one press says "me too" instead of one more ticket. Of theirs there is nothing to see. */
export function Disturbance({ text, disturbance }: { readonly text: string; readonly disturbance: DisturbanceView }) {
  const { t, api } = useSession();
  const [answered, setAnswered] = useState<{ readonly about: DisturbanceView; readonly now: DisturbanceView }>();
  const [trouble, setTrouble] = useState<string>();
  const { isMajor, count, minutes, isAffected } = answered?.about === disturbance ? answered.now : disturbance;

  async function press(): Promise<void> {
    setTrouble(undefined);
    try {
      const answer = await api.ask('/api/draft/me-too', { text: text.slice(0, 2_000), isAffected: !isAffected });
      const now = ((await answer.json()) as { readonly disturbance?: DisturbanceView }).disturbance;
      setAnswered({ about: disturbance, now: { ...(now ?? disturbance), isAffected: now?.isAffected ?? false } });
      announce(t(isAffected ? 'known.left' : 'known.joined'));
    } catch (error) {
      setTrouble(errorText(asApiError(error), t));
    }
  }

  return (
    <WarningBox
      label={t('known.issue')}
      name="disturbance"
      title={isMajor ? t('tab.new.major') : t('tab.new.disturbance', { count, minutes })}
      said={isAffected ? t('known.you') : undefined}
      button={t(isAffected ? 'known.leave' : 'known.join')}
      trouble={trouble}
      onPress={() => void press()}
    >
      {t('tab.new.disturbance.text')}
    </WarningBox>
  );
}
