import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useText } from '../../lib/session';
import type { Row } from '../../lists/row-list';
import { Sheet } from '../../parts/Sheet';
import { useListStyles } from './list-styles';
import type { Rows } from './use-rows';

interface LinesProps<R extends Row> {
  readonly rows: Rows<R>;
  readonly draw: (row: R) => ReactNode;
}

/** The rows one below the other, and a button while there are more. */
export function RowLines<R extends Row>({ rows: { rows, cursor, more }, draw }: LinesProps<R>) {
  const styles = useListStyles();
  const t = useText();
  if (rows.length === 0) return null;
  return (
    <>
      <ul className={styles.list}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row} data-line={row.id}>
            {draw(row)}
          </li>
        ))}
      </ul>
      {cursor && (
        <div>
          <Button size="small" onClick={more}>
            {t('setup.more')}
          </Button>
        </div>
      )}
    </>
  );
}

interface SheetProps<R extends Row> extends LinesProps<R> {
  readonly title: string;
  readonly hint?: string;
  /** Said where there is no row. */
  readonly none: string;
}

/** A sheet with what belongs to an entry, or why it shows nothing. */
export function RowSheet<R extends Row>({ title, hint, none, rows, draw }: SheetProps<R>) {
  const styles = useListStyles();
  const t = useText();
  return (
    <Sheet title={title} hint={hint}>
      {rows.status === 'failed' && (
        <p className={styles.none} role="alert">
          {t('register.failed')}{' '}
          <Button size="small" onClick={rows.retry}>
            {t('tab.retry')}
          </Button>
        </p>
      )}
      {rows.status === 'ready' && rows.rows.length === 0 && <p className={styles.none}>{none}</p>}
      <RowLines rows={rows} draw={draw} />
    </Sheet>
  );
}
