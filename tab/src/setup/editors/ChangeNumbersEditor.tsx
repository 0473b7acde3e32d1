import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { DEFAULT_CHANGE_SETTINGS, RISK_RULES, withDefaults, type ChangeSettings, type RiskResult } from '../../../../shared/catalog/change-settings-schema';
import { isEqual } from '../../../../shared/kernel/equal';
import { useText } from '../../lib/session';
import { RiskMatrix } from '../words/RiskMatrix';
import { EditorProblem } from './EditorProblem';
import type { EditorProps } from './types';

const RESULTS = ['low', 'moderate', 'high', 'veryHigh'] as const satisfies readonly RiskResult[];
const THRESHOLDS = ['moderate', 'high', 'veryHigh'] as const;
/** Numbers of one kind, with what the server takes. */
const COUNTS = [['toleranceMinutes', 0, 1_440], ['reviewDays', 1, 90], ['samplePercent', 0, 100]] as const;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '18px' },
  part: { border: 'none', margin: 0, padding: 0, minWidth: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  title: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  hint: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, maxWidth: '78ch' },
  grid: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))', gap: '6px 24px' },
  row: { display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: '12px' },
  number: { width: '88px', flexShrink: 0 },
  fields: { display: 'flex', flexWrap: 'wrap', gap: '10px 20px' },
  choice: { minWidth: '116px' },
});

/** How changes are judged: points of the rules, from where on a level begins, the matrix of the questions, and what follows. */
export function ChangeNumbersEditor({ value, problem, onChange }: EditorProps<Partial<ChangeSettings>>) {
  const styles = useStyles();
  const t = useText();
  const now = withDefaults(value);
  const set = (more: Partial<ChangeSettings>): void => onChange({ ...value, ...more });
  const isOwn = !isEqual(now, DEFAULT_CHANGE_SETTINGS);
  return (
    <div className={styles.root} data-testid="change-numbers">
      <EditorProblem text={problem} />
      <fieldset className={styles.part}>
        <legend className={styles.title}>{t('setup.settings.points')}</legend>
        <p className={styles.hint}>{t('setup.settings.points.help')}</p>
        <div className={styles.grid}>
          {RISK_RULES.map((rule) => (
            <NumberRow key={rule} label={t(`riskRule.${rule}`)} value={now.points[rule]} least={0} most={20} onChange={(points) => set({ points: { ...now.points, [rule]: points } })} />
          ))}
        </div>
      </fieldset>
      <fieldset className={styles.part}>
        <legend className={styles.title}>{t('setup.settings.thresholds')}</legend>
        <div className={styles.fields}>
          {THRESHOLDS.map((level) => (
            <Field key={level} label={t(`risk.${level}`)} size="small">
              <NumberInput value={now.thresholds[level]} least={1} most={200} onChange={(from) => set({ thresholds: { ...now.thresholds, [level]: from } })} />
            </Field>
          ))}
        </div>
      </fieldset>
      <Matrix matrix={now.matrix} onChange={(matrix) => set({ matrix })} />
      <div className={styles.fields}>
        <Field label={t('setup.settings.confirmFrom')} hint={t('setup.settings.confirmFrom.help')} size="small">
          <Select value={now.confirmFrom} onChange={(_event, data) => set({ confirmFrom: data.value as ChangeSettings['confirmFrom'] })}>
            {['never', ...RESULTS].map((level) => (
              <option key={level} value={level}>
                {t(level === 'never' ? 'setup.settings.never' : `risk.${level}`)}
              </option>
            ))}
          </Select>
        </Field>
        {COUNTS.map(([name, least, most]) => (
          <Field key={name} label={t(`setup.settings.${name}`)} hint={t(`setup.settings.${name}.help`)} size="small">
            <NumberInput value={now[name]} least={least} most={most} onChange={(count) => set({ [name]: count })} />
          </Field>
        ))}
      </div>
      {isOwn && (
        <div>
          <Button onClick={() => onChange(undefined)}>{t('setup.settings.reset')}</Button>
        </div>
      )}
    </div>
  );
}

interface NumberProps {
  readonly value: number;
  readonly least: number;
  readonly most: number;
  onChange(value: number): void;
}

function NumberInput({ value, least, most, onChange, ...rest }: NumberProps) {
  const styles = useStyles();
  return <Input {...rest} className={styles.number} type="number" min={least} max={most} step={1} value={String(value)} onChange={(_event, data) => data.value !== '' && onChange(Number(data.value))} />;
}

function NumberRow({ label, ...props }: NumberProps & { readonly label: string }) {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.row}>
      <label htmlFor={id}>{label}</label>
      <NumberInput {...props} {...{ id }} />
    </div>
  );
}

function Matrix({ matrix, onChange }: { readonly matrix: ChangeSettings['matrix']; onChange(matrix: ChangeSettings['matrix']): void }) {
  const styles = useStyles();
  const t = useText();
  const put = (row: number, column: number, result: RiskResult): void =>
    onChange(matrix.map((results, at) => (at === row ? results.map((old, place) => (place === column ? result : old)) : results)));
  return (
    <fieldset className={styles.part}>
      <legend className={styles.title}>{t('setup.settings.matrix')}</legend>
      <p className={styles.hint}>{t('setup.settings.matrix.help')}</p>
      <RiskMatrix
        matrix={matrix}
        cell={({ row, column, result, name }) => (
          <Select className={styles.choice} size="small" aria-label={name} value={result} onChange={(_event, data) => put(row, column, data.value as RiskResult)}>
            {RESULTS.map((level) => (
              <option key={level} value={level}>
                {t(`risk.${level}`)}
              </option>
            ))}
          </Select>
        )}
      />
    </fieldset>
  );
}
