import { makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { ReplayRow, ReplayView } from '../../../../shared/sla/replay-views';
import { useSession } from '../../lib/session';
import { shareText } from '../format';
import { ChangeList } from './ChangeList';

const useStyles = makeStyles({
  cards: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))', gap: '10px', margin: 0, padding: 0, listStyle: 'none' },
  card: { display: 'flex', flexDirection: 'column', padding: '10px 14px', borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground2, border: `1px solid ${tokens.colorNeutralStroke3}` },
  number: { fontSize: tokens.fontSizeBase600, lineHeight: tokens.lineHeightBase600, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  label: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  scroll: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', width: '100%', fontVariantNumeric: 'tabular-nums' },
  caption: { textAlign: 'left', fontWeight: tokens.fontWeightSemibold, padding: '0 0 6px' },
  head: { textAlign: 'right', fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3, padding: '4px 0 4px 16px', verticalAlign: 'bottom' },
  first: { textAlign: 'left', fontWeight: tokens.fontWeightRegular, padding: '5px 0', whiteSpace: 'nowrap' },
  cell: { textAlign: 'right', padding: '5px 0 5px 16px', whiteSpace: 'nowrap' },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  better: { color: tokens.colorStatusSuccessForeground1, fontWeight: tokens.fontWeightSemibold },
  worse: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0, maxWidth: '78ch' },
});

/** Open tickets that move, met and missed before and after, and the tickets that flip. */
export function WhatIfResult({ view }: { readonly view: ReplayView }) {
  const styles = useStyles();
  const { t } = useSession();
  const { counts, tickets, total, byPriority, byGroup } = view;
  const number = (value: number): string => t('levels.number', { value });
  const cards = [
    { key: 'moved', value: counts.moved.open },
    { key: 'breaches', value: counts.toMissed.open },
    { key: 'saved', value: counts.toMet.open },
    { key: 'flipMissed', value: counts.toMissed.ended },
    { key: 'flipMet', value: counts.toMet.ended },
  ];
  const isNothing = Object.values(counts).every(({ open, ended }) => open + ended === 0);
  return (
    <>
      <p className={styles.text} data-testid="what-if-summary">
        {t('levels.whatIf.looked', { ended: tickets.ended, open: tickets.open })} {isNothing && t('levels.whatIf.nothing')}
      </p>
      <ul className={styles.cards}>
        {cards.map(({ key, value }) => (
          <li key={key} className={styles.card} data-figure={key}>
            <span className={styles.number}>{number(value)}</span>
            <span className={styles.label}>{t(`levels.whatIf.figure.${key}`, { count: value })}</span>
          </li>
        ))}
      </ul>
      {view.neverOpens > 0 && (
        <MessageBar intent="warning">
          <MessageBarBody>{t('levels.whatIf.neverOpens', { count: view.neverOpens })}</MessageBarBody>
        </MessageBar>
      )}
      <Comparison title={t('levels.whatIf.overall')} rows={total} nameOf={() => ''} />
      <Comparison title={t('levels.by.priority')} rows={byPriority} nameOf={(of) => of} />
      <Comparison title={t('levels.by.group')} rows={byGroup} nameOf={(of) => view.names[of] ?? of} />
      <ChangeList view={view} />
    </>
  );
}

interface ComparisonProps {
  readonly title: string;
  readonly rows: readonly ReplayRow[];
  nameOf(of: string): string;
}

const isMoving = ({ today, proposed }: ReplayRow): boolean => today.met !== proposed.met || today.missed !== proposed.missed;

/** Met and missed today and as proposed; rows that stay the same come last. */
function Comparison({ title, rows, nameOf }: ComparisonProps) {
  const styles = useStyles();
  const { t, language } = useSession();
  if (rows.length === 0) return null;
  const sorted = [...rows].sort((a, b) => Number(isMoving(b)) - Number(isMoving(a)));
  return (
    <div className={styles.scroll} tabIndex={0} role="group" aria-label={title}>
      <table className={styles.table}>
        <caption className={styles.caption}>{title}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col" className={styles.head}>{t('levels.whatIf.metToday')}</th>
            <th scope="col" className={styles.head}>{t('levels.whatIf.metThen')}</th>
            <th scope="col" className={styles.head}>{t('levels.whatIf.missedToday')}</th>
            <th scope="col" className={styles.head}>{t('levels.whatIf.missedThen')}</th>
            <th scope="col" className={styles.head}>{t('levels.whatIf.shareToday')}</th>
            <th scope="col" className={styles.head}>{t('levels.whatIf.shareThen')}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ type, metric, of, today, proposed }) => {
            const tone = proposed.missed < today.missed ? styles.better : proposed.missed > today.missed ? styles.worse : undefined;
            const label = [of === undefined ? undefined : nameOf(of), t(`metric.${metric}`), type === 'sla' ? undefined : t(`levels.type.${type}`)].filter(Boolean).join(' · ');
            return (
              <tr key={`${type} ${metric} ${of}`} className={styles.row}>
                <th scope="row" className={styles.first}>{label}</th>
                <td className={styles.cell}>{t('levels.number', { value: today.met })}</td>
                <td className={styles.cell}>{t('levels.number', { value: proposed.met })}</td>
                <td className={styles.cell}>{t('levels.number', { value: today.missed })}</td>
                <td className={`${styles.cell} ${tone ?? ''}`}>{t('levels.number', { value: proposed.missed })}</td>
                <td className={styles.cell}>{shareText(today.met, today.met + today.missed, language)}</td>
                <td className={`${styles.cell} ${tone ?? ''}`}>{shareText(proposed.met, proposed.met + proposed.missed, language)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
