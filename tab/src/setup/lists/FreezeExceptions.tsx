import { Badge, Link } from '@fluentui/react-components';
import type { ExceptionRow } from '../../../../shared/freeze-exceptions/freeze-exception-views';
import { timeRange } from '../../../../shared/strings/dates';
import { useNow } from '../../lib/now';
import { recordHref } from '../../lib/router';
import { useSession, useText } from '../../lib/session';
import { EXCEPTION_ROWS } from './kinds';
import { useListStyles } from './list-styles';
import { RowSheet } from './RowSheet';
import { useRows } from './use-rows';

const COLORS: Readonly<Record<string, 'success' | 'warning' | 'informative'>> = { approved: 'success', requested: 'warning', returned: 'warning' };

/** Exceptions of one freeze that are asked for or hold. */
export function FreezeExceptions({ freezeId }: { readonly freezeId: string }) {
  const t = useText();
  const rows = useRows(EXCEPTION_ROWS, 'freezeExceptions', { freezeId, sort: 'from' });
  return <RowSheet title={t('setup.exceptions')} hint={t('setup.exceptions.help')} none={t('setup.exceptions.none')} rows={rows} draw={(row) => <ExceptionLine row={row} />} />;
}

/** One exception: for which change, how it stands, when, who asked and whom it waits for. */
export function ExceptionLine({ row, withFreeze = false }: { readonly row: ExceptionRow; readonly withFreeze?: boolean }) {
  const styles = useListStyles();
  const { t, language, zone } = useSession();
  const now = useNow();
  return (
    <>
      <Link href={recordHref(row.id)} className={styles.strong}>
        {row.changeTitle ?? row.changeId}
      </Link>
      <Badge appearance="tint" color={COLORS[row.state] ?? 'informative'}>
        {t(`state.${row.state}`)}
      </Badge>
      {withFreeze && <Link href={recordHref(row.freezeId)}>{row.freezeName}</Link>}
      <span className={styles.quiet}>
        {timeRange(row.from, row.to, now, language, zone)} · {row.requesterName}
        {row.waitsFor && ` · ${row.waitsFor}`}
      </span>
    </>
  );
}
