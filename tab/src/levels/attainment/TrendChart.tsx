import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { AttainmentPeriod, AttainmentStep } from '../../../../shared/sla/attainment-views';
import { useSession } from '../../lib/session';
import { useElementWidth } from '../../lists/use-element-width';
import { useRef } from 'react';
import { percentText } from './percent';

const HEIGHT = 170;
const PAD = { left: 44, right: 14, top: 12, bottom: 26 };

const useStyles = makeStyles({
  chart: { width: '100%', height: `${HEIGHT}px`, display: 'block' },
  axis: { stroke: tokens.colorNeutralStroke2 },
  label: { fill: tokens.colorNeutralForeground3, fontSize: '11px', fontFamily: tokens.fontFamilyBase },
  line: { stroke: tokens.colorBrandStroke1, strokeWidth: '2px', fill: 'none' },
  dot: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorBrandStroke1, strokeWidth: '2px' },
  missed: { fill: tokens.colorStatusDangerBackground3, opacity: 0.35 },
  table: { borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums', width: '100%', maxWidth: '560px' },
  head: { textAlign: 'right', padding: '4px 0 4px 16px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  first: { textAlign: 'left', fontWeight: tokens.fontWeightRegular, padding: '4px 0' },
  cell: { textAlign: 'right', padding: '4px 0 4px 16px' },
  scroll: { overflowX: 'auto' },
});

interface Props {
  readonly periods: readonly AttainmentPeriod[];
  readonly step: AttainmentStep;
}

/** "Nov 16", "Nov 2026". */
function periodName(from: string, step: AttainmentStep, language: string): string {
  const options: Intl.DateTimeFormatOptions = step === 'month' ? { month: 'short', year: 'numeric' } : { day: 'numeric', month: 'short' };
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(new Date(`${from}T00:00:00Z`));
}

/** The scale begins where there is something to see: at the next ten below the lowest share. */
const lowestOf = (periods: readonly AttainmentPeriod[]): number => Math.max(0, Math.min(90, Math.floor(Math.min(...periods.flatMap(({ share }) => (share === undefined ? [] : [share]))) / 10) * 10));

/** How the share of kept promises went, with what was missed; the same as a table on request. */
export function TrendChart({ periods, step }: Props) {
  const styles = useStyles();
  const { t, language } = useSession();
  const [isTable, setTable] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const width = Math.max(260, useElementWidth(root));
  const known = periods.filter(({ share }) => share !== undefined);
  const low = known.length > 0 ? lowestOf(known) : 0;
  const inner = { width: width - PAD.left - PAD.right, height: HEIGHT - PAD.top - PAD.bottom };
  const x = (index: number): number => PAD.left + (periods.length === 1 ? inner.width / 2 : (index * inner.width) / (periods.length - 1));
  const y = (share: number): number => PAD.top + inner.height * (1 - (share - low) / (100 - low));
  const mostMissed = Math.max(1, ...periods.map(({ missed }) => missed));
  const every = Math.ceil(periods.length / Math.max(2, Math.floor(inner.width / 64)));
  const first = known[0];
  const last = known.at(-1);
  const summary = first && last ? t('levels.attainment.trendSummary', { from: percentText(first.share, language), to: percentText(last.share, language), count: periods.length }) : t('levels.attainment.nothing');
  const points = periods.flatMap(({ share }, index) => (share === undefined ? [] : [`${x(index)},${y(share)}`]));
  return (
    <div ref={root}>
      {isTable ? (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col" className={styles.first}>{t(`attainmentStep.${step}`)}</th>
                <th scope="col" className={styles.head}>{t('levels.attainment.share')}</th>
                <th scope="col" className={styles.head}>{t('attainmentOutcome.met')}</th>
                <th scope="col" className={styles.head}>{t('attainmentOutcome.missed')}</th>
              </tr>
            </thead>
            <tbody>
              {periods.map(({ from, share, met, missed }) => (
                <tr key={from}>
                  <th scope="row" className={styles.first}>{periodName(from, step, language)}</th>
                  <td className={styles.cell}>{percentText(share, language)}</td>
                  <td className={styles.cell}>{t('levels.number', { value: met })}</td>
                  <td className={styles.cell}>{t('levels.number', { value: missed })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <svg role="img" aria-label={summary} className={styles.chart} viewBox={`0 0 ${width} ${HEIGHT}`} data-testid="trend">
          {[low, (low + 100) / 2, 100].map((share) => (
            <g key={share}>
              <line x1={PAD.left} x2={width - PAD.right} y1={y(share)} y2={y(share)} className={styles.axis} />
              <text x={PAD.left - 8} y={y(share) + 4} textAnchor="end" className={styles.label}>
                {percentText(share, language)}
              </text>
            </g>
          ))}
          {periods.map(({ from, missed }, index) => {
            const height = (missed / mostMissed) * inner.height * 0.4;
            return <rect key={from} x={x(index) - 5} width={10} y={PAD.top + inner.height - height} height={height} className={styles.missed} />;
          })}
          <polyline points={points.join(' ')} className={styles.line} />
          {periods.map(
            ({ from, share, met, missed }, index) =>
              share !== undefined && (
                <circle key={from} cx={x(index)} cy={y(share)} r={4} className={styles.dot}>
                  <title>{t('levels.attainment.point', { period: periodName(from, step, language), share: percentText(share, language), met, missed })}</title>
                </circle>
              ),
          )}
          {periods.map(
            ({ from }, index) =>
              index % every === 0 && (
                <text key={from} x={x(index)} y={HEIGHT - 8} textAnchor={index === 0 ? 'start' : index === periods.length - 1 ? 'end' : 'middle'} className={styles.label}>
                  {periodName(from, step, language)}
                </text>
              ),
          )}
        </svg>
      )}
      <Button size="small" appearance="subtle" onClick={() => setTable(!isTable)}>
        {t(isTable ? 'levels.attainment.asChart' : 'levels.attainment.asTable')}
      </Button>
    </div>
  );
}
