import { Badge, Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { useDates } from '../lib/now';
import { recordHref } from '../lib/router';
import { useSession } from '../lib/session';
import { errorText } from '../lib/error-text';
import { ApiError } from '../lib/api';
import { notify } from './notices';

/** What was told to one place, as the server says it. */
export interface DeliveryRow {
  /** Unique within the record. */
  readonly id: string;
  readonly recordId: string;
  readonly at: string;
  readonly state: 'pending' | 'waiting' | 'sent' | 'failed' | 'diverted' | 'dead' | 'skipped';
  readonly attempts: number;
  /** A person's name, or a place. */
  readonly to: string;
  /** When it is tried next, ISO instant. */
  readonly dueAt?: string;
  readonly words?: string;
  /** Why it is late, did not arrive or was not needed. */
  readonly text?: string;
  readonly canSendAgain: boolean;
}

const COLORS = { pending: 'warning', waiting: 'warning', sent: 'success', failed: 'danger', diverted: 'warning', dead: 'danger', skipped: 'subtle' } as const;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column' },
  item: { padding: '8px 0', borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ':first-child': { borderTopStyle: 'none' }, display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  words: { overflowWrap: 'anywhere', whiteSpace: 'pre-line', maxHeight: '4.5em', overflowY: 'auto' },
});

interface Props {
  readonly rows: readonly DeliveryRow[];
  /** Of several records: each row leads to its own. */
  readonly withRecords?: boolean;
  /** After something was sent again. */
  onChanged(): void;
}

/** Whom something was told, and what came of it; what did not arrive can be sent again. */
export function DeliveryRows({ rows, withRecords = false, onChanged }: Props) {
  const styles = useStyles();
  const { api, t } = useSession();
  const dates = useDates();
  const [busy, setBusy] = useState<string>();

  async function sendAgain({ recordId, id }: DeliveryRow): Promise<void> {
    setBusy(`${recordId} ${id}`);
    try {
      await api.ask('/api/deliveries/again', { recordId, id });
      notify({ title: t('delivery.again.done') });
    } catch (error) {
      notify({ title: errorText(error instanceof ApiError ? error : new ApiError('bug', String(error), 0), t) });
    }
    setBusy(undefined);
    onChanged();
  }

  return (
    <ul className={styles.list} data-testid="deliveries">
      {rows.map((row) => (
        <li key={`${row.recordId} ${row.id}`} className={styles.item} data-state={row.state}>
          <span className={styles.head}>
            {withRecords && <Link href={recordHref(row.recordId)}>{row.recordId}</Link>}
            <span>{row.to}</span>
            <Badge appearance="tint" color={COLORS[row.state]}>
              {t(`delivery.state.${row.state}`)}
            </Badge>
          </span>
          <span className={styles.words}>{row.words ?? t('delivery.card')}</span>
          <span className={styles.quiet}>
            {[dates.exact(row.at), row.text, row.attempts > 1 && t('delivery.tries', { count: row.attempts }), row.dueAt && t('delivery.next', { when: dates.exact(row.dueAt) })].filter(Boolean).join(' · ')}
          </span>
          {row.canSendAgain && (
            <span>
              <Button size="small" disabled={busy !== undefined} aria-label={t('delivery.again.of', { to: row.to, id: row.recordId })} onClick={() => void sendAgain(row)}>
                {t('delivery.again')}
              </Button>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
