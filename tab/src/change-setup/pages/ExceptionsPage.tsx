import { Button } from '@fluentui/react-components';
import { CalendarClockRegular } from '@fluentui/react-icons/svg/calendar-clock';
import { errorText } from '../../lib/error-text';
import { useText } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { Sheet } from '../../parts/Sheet';
import { Placeholder } from '../../parts/Placeholder';
import { ExceptionList } from '../lists/FreezeExceptions';
import { EXCEPTION_ROWS } from '../lists/kinds';
import { useRows } from '../lists/use-rows';

/** Exceptions from freezes that are asked for or hold; those that are over are found with their change. */
export default function ExceptionsPage() {
  const t = useText();
  const { rows, status, error, cursor, more, retry } = useRows(EXCEPTION_ROWS, 'freezeExceptions', { sort: 'from' });
  if (status === 'loading') return <Placeholder label={t('tab.loading')} widths={[60, 90, 80, 85]} />;
  if (status === 'failed') {
    return (
      <EmptyState icon={<CalendarClockRegular />} title={t('register.failed')} text={error && errorText(error, t)}>
        <Button onClick={retry}>{t('tab.retry')}</Button>
      </EmptyState>
    );
  }
  if (rows.length === 0) return <EmptyState icon={<CalendarClockRegular />} title={t('setup.freezeExceptions.none')} text={t('setup.freezeExceptions.none.text')} />;
  return (
    <Sheet>
      <ExceptionList rows={rows} withFreeze />
      {cursor && (
        <div>
          <Button size="small" onClick={more}>
            {t('setup.more')}
          </Button>
        </div>
      )}
    </Sheet>
  );
}
