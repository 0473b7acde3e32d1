import { Badge, Button, Link } from '@fluentui/react-components';
import type { ExceptionRow } from '../../../../shared/freeze-exceptions/freeze-exception-views';
import { timeRange } from '../../../../shared/strings/dates';
import { useNow } from '../../lib/now';
import { recordHref } from '../../lib/router';
import { useSession, useText } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { EXCEPTION_ROWS } from './kinds';
import { useListStyles } from './RelatedItems';
import { useRows } from './use-rows';

const COLORS: Readonly<Record<string, 'success' | 'warning' | 'informative'>> = { approved: 'success', requested: 'warning', returned: 'warning' };

/** Exceptions of one freeze that are asked for or hold. */
export function FreezeExceptions({ freezeId }: { readonly freezeId: string }) {
  const styles = useListStyles();
  const t = useText();
  const rows = useRows(EXCEPTION_ROWS, 'freezeExceptions', { freezeId, sort: 'from' });
  return (
    <Sheet title={t('setup.exceptions')} hint={t('setup.exceptions.help')}>
      {rows.status === 'failed' && <p className={styles.none}>{t('register.failed')}</p>}
      {rows.status === 'ready' && rows.rows.length === 0 && <p className={styles.none}>{t('setup.exceptions.none')}</p>}
      <ExceptionList rows={rows.rows} />
      {rows.cursor && (
        <div>
          <Button size="small" onClick={rows.more}>
            {t('setup.more')}
          </Button>
        </div>
      )}
    </Sheet>
  );
}

interface ListProps {
  readonly rows: readonly ExceptionRow[];
  readonly withFreeze?: boolean;
}

export function ExceptionList({ rows, withFreeze = false }: ListProps) {
  const styles = useListStyles();
  const { t, language, zone } = useSession();
  const now = useNow();
  if (rows.length === 0) return null;
  return (
    <ul className={styles.list}>
      {rows.map((row) => (
        <li key={row.id} className={styles.row} data-exception={row.id}>
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
        </li>
      ))}
    </ul>
  );
}
