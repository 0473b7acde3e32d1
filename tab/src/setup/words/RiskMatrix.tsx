import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ChangeSettings, RiskResult } from '../../../../shared/catalog/change-settings-schema';
import { useText } from '../../lib/session';

const STEPS = ['low', 'medium', 'high'] as const;

const useStyles = makeStyles({
  scroll: { overflowX: 'auto' },
  table: { borderCollapse: 'separate', borderSpacing: '8px 6px', margin: '-6px -8px' },
  head: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, textAlign: 'left', whiteSpace: 'nowrap' },
});

export interface RiskCell {
  readonly row: number;
  readonly column: number;
  readonly result: RiskResult;
  /** "Likelihood low, Impact high". */
  readonly name: string;
}

/** Risk by likelihood, then impact. */
export function RiskMatrix({ matrix, cell }: { readonly matrix: ChangeSettings['matrix']; cell(cell: RiskCell): ReactNode }) {
  const styles = useStyles();
  const t = useText();
  const likelihoodOf = (step: string): string => t(`setup.settings.likelihood.${step}`);
  const impactOf = (step: string): string => t(`setup.settings.impact.${step}`);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {STEPS.map((impact) => (
              <th key={impact} scope="col" className={styles.head}>
                {impactOf(impact)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {STEPS.map((likelihood, row) => (
            <tr key={likelihood}>
              <th scope="row" className={styles.head}>
                {likelihoodOf(likelihood)}
              </th>
              {STEPS.map((impact, column) => (
                <td key={impact}>{cell({ row, column, result: matrix[row]?.[column] ?? 'veryHigh', name: `${likelihoodOf(likelihood)}, ${impactOf(impact)}` })}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
