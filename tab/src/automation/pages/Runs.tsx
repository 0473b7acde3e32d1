import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { useAnswer } from '../../setup/lists/use-answer';
import { useDates } from '../../lib/now';
import { recordHref } from '../../lib/router';
import { useSession } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { Placeholder } from '../../parts/Placeholder';
import { Sheet } from '../../parts/Sheet';
import { seesRuns } from '../access';

interface Step {
  readonly action: string;
  readonly result: 'done' | 'refused' | 'skipped' | 'tooDeep';
  readonly text?: string;
}

interface Entry {
  readonly recordId: string;
  readonly at: string;
  readonly runs: readonly { readonly ruleId: string; readonly name: string; readonly steps: readonly Step[] }[];
}

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column' },
  item: {
    display: 'grid', gridTemplateColumns: 'minmax(150px, max-content) minmax(110px, max-content) minmax(0, 1fr)', gap: '2px 18px', padding: '8px 0', alignItems: 'baseline',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`, ':first-child': { borderTopStyle: 'none' }, '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  when: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
  run: { display: 'flex', flexWrap: 'wrap', gap: '2px 10px', minWidth: 0, overflowWrap: 'anywhere' },
  refused: { color: tokens.colorStatusDangerForeground1 },
  skipped: { color: tokens.colorNeutralForeground3 },
});

/** What rules did, one line for each event that called for them. */
export function RunList({ entries, withRule }: { readonly entries: readonly Entry[]; readonly withRule: boolean }) {
  const styles = useStyles();
  const { t } = useSession();
  const dates = useDates();
  const tone = { done: '', refused: styles.refused, tooDeep: styles.refused, skipped: styles.skipped };
  return (
    <ul className={styles.list} data-testid="runs">
      {entries.flatMap(({ recordId, at, runs }) =>
        runs.map(({ ruleId, name, steps }) => (
          <li key={`${recordId} ${at} ${ruleId}`} className={styles.item} data-run={ruleId}>
            <span className={styles.when}>{dates.exact(at)}</span>
            <Link href={recordHref(recordId)}>{recordId}</Link>
            <span className={styles.run}>
              {withRule && <Link href={recordHref(ruleId)}>{name}</Link>}
              {steps.map((step, place) => (
                <span key={place} className={tone[step.result]}>
                  {place > 0 && '· '}
                  {t(`action.${step.action}`)}
                  {step.result !== 'done' && ` – ${t(`rules.result.${step.result}`)}${step.text ? `: ${step.text}` : ''}`}
                </span>
              ))}
            </span>
          </li>
        )),
      )}
    </ul>
  );
}

/** The last things one rule did, below what it says. */
export function RunsOfRule({ ruleId }: { readonly ruleId: string }) {
  const { t, me } = useSession();
  if (!seesRuns(me)) return null;
  return (
    <Sheet title={t('setup.tab.ruleRuns')} hint={t('rules.runs.help')}>
      <Loaded path={`/api/automation/runs?limit=20&ruleId=${encodeURIComponent(ruleId)}`} withRule={false} />
    </Sheet>
  );
}

export function Loaded({ path, withRule }: { readonly path: string; readonly withRule: boolean }) {
  const { t } = useSession();
  const { answer, isFailed, retry } = useAnswer<{ readonly items: readonly Entry[] }>(path);
  if (isFailed) {
    return (
      <EmptyState icon={<HistoryRegular />} title={t('register.failed')}>
        <Button onClick={retry}>{t('tab.retry')}</Button>
      </EmptyState>
    );
  }
  if (!answer) return <Placeholder label={t('tab.loading')} widths={[80, 90, 60]} />;
  return answer.items.length === 0 ? <span>{t('rules.runs.none')}</span> : <RunList entries={answer.items} withRule={withRule} />;
}
