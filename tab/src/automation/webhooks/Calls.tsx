import { Badge, Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwise16Regular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { useAnswer } from '../../setup/lists/use-answer';
import { useDates } from '../../lib/now';
import { recordHref } from '../../lib/router';
import { useSession } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { Placeholder } from '../../parts/Placeholder';
import { Sheet } from '../../parts/Sheet';

interface Call {
  /** Unique within the record. */
  readonly id: string;
  readonly recordId: string;
  readonly at: string;
  readonly state: 'pending' | 'sent' | 'failed' | 'dead' | 'skipped';
  readonly attempts: number;
  /** When it is tried next, ISO instant. */
  readonly dueAt?: string;
  /** Why it is late, failed or was not needed. */
  readonly text?: string;
}

const COLORS = { pending: 'warning', sent: 'success', failed: 'danger', dead: 'danger', skipped: 'subtle' } as const;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column' },
  item: {
    display: 'grid', gridTemplateColumns: 'minmax(150px, max-content) minmax(110px, max-content) minmax(0, 1fr)', gap: '2px 18px', padding: '8px 0', alignItems: 'baseline',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ':first-child': { borderTopStyle: 'none' }, '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  when: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
  what: { display: 'flex', flexWrap: 'wrap', gap: '2px 10px', alignItems: 'baseline', minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** What a webhook was told last, and what came of it. */
export function Calls({ id }: { readonly id: string }) {
  const styles = useStyles();
  const { t } = useSession();
  const dates = useDates();
  const { answer, isFailed, retry } = useAnswer<{ readonly items: readonly Call[] }>(`/api/webhooks/${id}/deliveries?limit=20`);
  if (isFailed) {
    return (
      <EmptyState icon={<HistoryRegular />} title={t('register.failed')}>
        <Button onClick={retry}>{t('tab.retry')}</Button>
      </EmptyState>
    );
  }
  return (
    <Sheet title={t('setup.webhook.calls')} hint={t('setup.webhook.calls.help')} end={<Button size="small" appearance="subtle" icon={<ArrowClockwise16Regular aria-hidden />} onClick={retry}>{t('setup.webhook.calls.again')}</Button>}>
      {!answer && <Placeholder label={t('tab.loading')} widths={[80, 90, 60]} />}
      {answer?.items.length === 0 && <span>{t('setup.webhook.calls.none')}</span>}
      <ul className={styles.list} data-testid="calls">
        {answer?.items.map(({ id: callId, recordId, at, state, attempts, dueAt, text }) => (
          <li key={`${recordId} ${callId}`} className={styles.item} data-state={state}>
            <span className={styles.when}>{dates.exact(at)}</span>
            <Link href={recordHref(recordId)}>{recordId}</Link>
            <span className={styles.what}>
              <Badge appearance="tint" color={COLORS[state]}>{t(`webhookState.${state}`)}</Badge>
              <span>{text}</span>
              {attempts > 1 && <span className={styles.quiet}>{t('setup.webhook.attempts', { count: attempts })}</span>}
              {dueAt && attempts > 0 && <span className={styles.quiet}>{t('setup.webhook.next', { when: dates.exact(dueAt) })}</span>}
            </span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
