import { Button } from '@fluentui/react-components';
import { CalendarClockRegular } from '@fluentui/react-icons/svg/calendar-clock';
import { errorText } from '../../lib/error-text';
import { useText } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { Placeholder } from '../../parts/Placeholder';
import { Sheet } from '../../parts/Sheet';
import { ExceptionLine } from '../lists/FreezeExceptions';
import { EXCEPTION_ROWS } from '../lists/kinds';
import { RowLines } from '../lists/RowSheet';
import { useRows } from '../lists/use-rows';

/** Exceptions from freezes that are asked for or hold; those that are over are found with their change. */
export default function ExceptionsPage() {
  const t = useText();
  const rows = useRows(EXCEPTION_ROWS, 'freezeExceptions', { sort: 'from' });
  if (rows.status === 'loading') return <Placeholder label={t('tab.loading')} widths={[60, 90, 80, 85]} />;
  if (rows.status === 'failed') {
    return (
      <EmptyState icon={<CalendarClockRegular />} title={t('register.failed')} text={rows.error && errorText(rows.error, t)}>
        <Button onClick={rows.retry}>{t('tab.retry')}</Button>
      </EmptyState>
    );
  }
  if (rows.rows.length === 0) return <EmptyState icon={<CalendarClockRegular />} title={t('setup.freezeExceptions.none')} text={t('setup.freezeExceptions.none.text')} />;
  return (
    <Sheet>
      <RowLines rows={rows} draw={(row) => <ExceptionLine row={row} withFreeze />} />
    </Sheet>
  );
}
