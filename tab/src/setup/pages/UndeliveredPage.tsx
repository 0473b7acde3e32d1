import { Button } from '@fluentui/react-components';
import { LockClosed48Regular } from '@fluentui/react-icons/svg/lock-closed';
import { MailAlertRegular } from '@fluentui/react-icons/svg/mail-alert';
import { MailCheckmarkRegular } from '@fluentui/react-icons/svg/mail-checkmark';
import { useSession } from '../../lib/session';
import { DeliveryRows, type DeliveryRow } from '../../parts/DeliveryRows';
import { EmptyState } from '../../parts/EmptyState';
import { Placeholder } from '../../parts/Placeholder';
import { Sheet } from '../../parts/Sheet';
import { seesUndelivered } from '../access';
import { useAnswer } from '../lists/use-answer';

/** Messages that reached nobody, the newest first. */
export default function UndeliveredPage() {
  const { t, me } = useSession();
  if (!seesUndelivered(me)) return <EmptyState icon={<LockClosed48Regular />} title={t('setup.undelivered.closed')} />;
  return <Missing />;
}

function Missing() {
  const { t } = useSession();
  const { answer, isFailed, retry } = useAnswer<{ readonly items: readonly DeliveryRow[] }>('/api/deliveries/missing');
  if (isFailed) {
    return (
      <EmptyState icon={<MailAlertRegular />} title={t('register.failed')}>
        <Button onClick={retry}>{t('tab.retry')}</Button>
      </EmptyState>
    );
  }
  if (!answer) return <Placeholder label={t('tab.loading')} widths={[60, 90, 80]} />;
  if (answer.items.length === 0) return <EmptyState icon={<MailCheckmarkRegular />} title={t('setup.undelivered.none')} text={t('setup.undelivered.none.text')} />;
  return (
    <Sheet title={t('setup.tab.undelivered')} hint={t('setup.undelivered.help')}>
      <DeliveryRows rows={answer.items} withRecords onChanged={retry} />
    </Sheet>
  );
}
