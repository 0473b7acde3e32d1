import { Button, Link, makeStyles, mergeClasses, Tab, TabList, tokens } from '@fluentui/react-components';
import { RibbonRegular } from '@fluentui/react-icons/svg/ribbon';
import type { ScoreRow, ScoresView } from '../../../../shared/changes/planning-views';
import { href, navigate, recordHref } from '../../lib/router';
import { useSession } from '../../lib/session';
import { EmptyState } from '../../parts/EmptyState';
import { Sheet } from '../../parts/Sheet';
import { Placeholder } from '../../parts/Placeholder';
import { Pick } from '../editors/Pick';
import { useAnswer } from '../lists/use-answer';

const BY = ['group', 'type', 'template'] as const;
const PERIODS = ['30', '90', '180', '365'] as const;
/** What makes up a score, in this order. */
const PARTS = ['successful', 'withIssues', 'failed', 'incidents', 'unauthorized'] as const;

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', justifyContent: 'space-between', gap: '8px 16px' },
  tabs: { marginLeft: '-10px' },
  period: { width: '180px' },
  scroll: { overflowX: 'auto', margin: '0 -8px' },
  table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
  head: { textAlign: 'right', padding: '6px 8px', color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200 },
  cell: { textAlign: 'right', padding: '9px 8px', borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  name: { textAlign: 'left', fontWeight: tokens.fontWeightSemibold, minWidth: '160px' },
  score: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  none: { color: tokens.colorNeutralForeground3 },
  note: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, maxWidth: '78ch' },
});

/** How changes of teams, types and templates went, and what each score is made of. */
export default function ScoresPage({ query }: { readonly query: URLSearchParams }) {
  const styles = useStyles();
  const { t } = useSession();
  const by = BY.find((name) => name === query.get('by')) ?? 'group';
  const days = PERIODS.find((period) => period === query.get('days')) ?? '180';
  const { answer, isFailed, retry } = useAnswer<ScoresView>(`/api/change-scores?by=${by}&days=${days}`);
  const show = (next: { readonly by: string; readonly days: string }): void => navigate(href('setup', 'scores', new URLSearchParams(next)), true);
  return (
    <>
      <div className={styles.bar}>
        <TabList className={styles.tabs} aria-label={t('setup.scores.by')} selectedValue={by} onTabSelect={(_event, { value }) => show({ by: String(value), days })}>
          {BY.map((name) => (
            <Tab key={name} value={name} id={`scores-${name}`} aria-controls="scores-panel">
              {t(`setup.scores.by.${name}`)}
            </Tab>
          ))}
        </TabList>
        <Pick className={styles.period} label={t('setup.scores.period')} value={days} choices={PERIODS.map((value) => ({ value, text: t('setup.scores.days', { days: Number(value) }) }))} onChange={(value) => show({ by, days: value })} />
      </div>
      <div id="scores-panel" role="tabpanel" aria-labelledby={`scores-${by}`}>
        {isFailed && (
          <EmptyState icon={<RibbonRegular />} title={t('register.failed')}>
            <Button onClick={retry}>{t('tab.retry')}</Button>
          </EmptyState>
        )}
        {!isFailed && !answer && <Placeholder label={t('tab.loading')} widths={[60, 90, 80]} />}
        {answer?.rows.length === 0 && <EmptyState icon={<RibbonRegular />} title={t('setup.scores.none')} text={t('setup.scores.none.text')} />}
        {answer && answer.rows.length > 0 && <Scores by={by} rows={answer.rows} />}
      </div>
    </>
  );
}

function Scores({ by, rows }: { readonly by: (typeof BY)[number]; readonly rows: readonly ScoreRow[] }) {
  const styles = useStyles();
  const { t, language } = useSession();
  const number = (value: number, isSigned = false): string => new Intl.NumberFormat(language, isSigned ? { signDisplay: 'exceptZero' } : {}).format(value);
  const inOrder = [...rows].sort((left, right) => right.score - left.score || left.name.localeCompare(right.name, language));
  return (
    <Sheet>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t(`setup.scores.by.${by}`)}>
        <table className={styles.table} data-testid="scores">
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(styles.head, styles.name)}>
                {t(`setup.scores.row.${by}`)}
              </th>
              <th scope="col" className={styles.head}>
                {t('setup.scores.score')}
              </th>
              <th scope="col" className={styles.head}>
                {t('setup.scores.changes')}
              </th>
              {PARTS.map((part) => (
                <th key={part} scope="col" className={styles.head}>
                  {t(`setup.scores.${part}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {inOrder.map((row) => (
              <tr key={row.key}>
                <th scope="row" className={mergeClasses(styles.cell, styles.name)}>
                  {by === 'template' && row.key ? <Link href={recordHref(row.key)}>{row.name}</Link> : row.name || t('setup.scores.without')}
                </th>
                <td className={mergeClasses(styles.cell, styles.score, row.score > 0 && styles.good, row.score < 0 && styles.bad)}>{number(row.score, true)}</td>
                <td className={styles.cell}>{number(row.changes)}</td>
                {PARTS.map((part) => (
                  <td key={part} className={mergeClasses(styles.cell, row[part] === 0 && styles.none)}>
                    {number(row[part])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.note}>{t('setup.scores.help')}</p>
    </Sheet>
  );
}
