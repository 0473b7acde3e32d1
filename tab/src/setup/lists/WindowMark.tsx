import { Badge } from '@fluentui/react-components';
import { nearTime } from '../../../../shared/strings/dates';
import { useNow } from '../../lib/now';
import { useSession } from '../../lib/session';
import type { FreezeView, WindowView } from '../kinds/types';
import { nextTimes } from '../words/next-times';
import { timeText } from '../words/time-text';

interface Props {
  readonly window: Pick<FreezeView | WindowView, 'occurrences' | 'zone' | 'retired'>;
  /** Freezes that run now deserve to be seen. */
  readonly isFreeze?: boolean;
}

/** Whether a window runs now, and when it comes next, in the reader's zone. */
export function WindowMark({ window, isFreeze = false }: Props) {
  const { t, language, zone } = useSession();
  const now = useNow();
  if (window.retired) return null;
  const [time] = nextTimes(window.occurrences, window.zone, now, 1);
  if (!time) return <Badge appearance="outline">{t('setup.window.past')}</Badge>;
  if (time.from <= now) {
    return (
      <Badge appearance="filled" color={isFreeze ? 'danger' : 'success'} data-window="now">
        {t('setup.window.now', { until: nearTime(time.to, now, language, zone) })}
      </Badge>
    );
  }
  return (
    <Badge appearance="tint" color={isFreeze ? 'warning' : 'informative'} data-window="next">
      {t('setup.window.next', { time: timeText(time, now, language, zone) })}
    </Badge>
  );
}
