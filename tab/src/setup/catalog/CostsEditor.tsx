import { Button, Field, Input, makeStyles } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { COST_PERIODS, type CostLine } from '../../../../shared/catalog/plan-schema';
import type { Schema } from '../../../../shared/kernel';
import { money } from '../../../../shared/strings/dates';
import { useSession } from '../../lib/session';
import { labelText } from '../../lib/texts';
import type { OwnControlProps } from '../../registers/EntryFields';
import { describeConditions } from '../../registers/conditions/describe-conditions';
import { EditorBox } from '../editors/EditorBox';
import { EditorProblem } from '../editors/EditorProblem';
import { Pick } from '../editors/Pick';
import { ConditionInput, conditionFieldsOf } from './ConditionInput';
import type { OfferingEntry } from './types';

const useStyles = makeStyles({ root: { display: 'flex', flexDirection: 'column', gap: '10px', minWidth: 0 }, amount: { width: '110px' }, control: { minWidth: 0, width: '100%' }, line: { display: 'block' } });

/** The server takes at most so many. */
const MOST_LINES = 30;

/** What a request of this costs, line by line: a fixed amount or an answer, times an answer, once or again and again. */
export function CostsEditor({ value, draft, problem, onChange }: OwnControlProps) {
  const styles = useStyles();
  const { t, language } = useSession();
  const lines = (value ?? []) as readonly CostLine[];
  const form = (draft['form'] ?? {}) as Schema;
  const numbers = Object.entries(form).filter(([, { kind }]) => kind === 'number' || kind === 'money').map(([name, { label }]) => ({ value: name, text: labelText(label, language, t) || name }));
  const put = (next: readonly CostLine[]): void => onChange(next.length > 0 ? next : undefined);
  const change = (at: number, line: CostLine): void => put(lines.map((old, index) => (index === at ? line : old)));
  const from = (line: CostLine, amountOf: string): CostLine => {
    const { amount: _amount, amountOf: _answer, ...rest } = line;
    return amountOf === '' ? { ...rest, amount: 0 } : { ...rest, amountOf };
  };
  return (
    <div className={styles.root}>
      {lines.map((line, at) => {
        const { times, conditions: _conditions, ...always } = line;
        return (
          <EditorBox key={at} label={t('setup.costs.line', { number: at + 1 })} removeLabel={t('setup.costs.remove', { number: at + 1 })} onRemove={() => put(lines.filter((_line, index) => index !== at))}>
            {(numbers.length > 0 || line.amountOf !== undefined) && (
              <Pick label={t('setup.costs.source')} choices={[{ value: '', text: t('setup.costs.fixed') }, ...numbers]} value={line.amountOf ?? ''} onChange={(amountOf) => change(at, from(line, amountOf))} />
            )}
            {line.amountOf === undefined && (
              <Field size="small" label={t('setup.costs.amount')} className={styles.amount}>
                <Input size="small" className={styles.control} type="number" step="any" value={String(line.amount ?? 0)} onChange={(_event, data) => change(at, { ...line, amount: Number(data.value) || 0 })} />
              </Field>
            )}
            {(numbers.length > 0 || times !== undefined) && (
              <Pick
                label={t('setup.costs.times')} choices={[{ value: '', text: t('setup.costs.one') }, ...numbers]} value={times ?? ''}
                onChange={(name) => { const { times: _times, ...rest } = line; change(at, name === '' ? rest : { ...rest, times: name }); }}
              />
            )}
            <Pick label={t('setup.costs.per')} choices={COST_PERIODS.map((per) => ({ value: per, text: t(`setup.costs.per.${per}`) }))} value={line.per} onChange={(per) => change(at, { ...line, per: per as CostLine['per'] })} />
            <ConditionInput label={t('setup.plan.onlyIf')} value={line.conditions} form={form} onChange={(conditions) => change(at, { ...always, ...(times !== undefined && { times }), ...(conditions && { conditions }) })} />
          </EditorBox>
        );
      })}
      <div>
        <Button size="small" icon={<Add16Regular aria-hidden />} disabled={lines.length >= MOST_LINES} onClick={() => put([...lines, { amount: 0, per: 'once' }])}>{t('setup.costs.add')}</Button>
      </div>
      <EditorProblem text={problem} />
    </div>
  );
}

/** The same to read. */
export function CostsWords({ value, entry }: { readonly value: unknown; readonly entry: OfferingEntry }) {
  const styles = useStyles();
  const session = useSession();
  const { t, language } = session;
  const lines = (value ?? []) as readonly CostLine[];
  const form = entry.form ?? {};
  const nameOf = (name: string): string => labelText(form[name]?.label ?? name, language, t);
  if (lines.length === 0) return <span>{t('tab.none')}</span>;
  return lines.map(({ amount, amountOf, times, per, conditions }, at) => (
    <span key={at} className={styles.line}>
      {[
        amountOf === undefined ? money(amount ?? 0, entry.currency ?? 'EUR', language) : nameOf(amountOf),
        times && `× ${nameOf(times)}`,
        t(`setup.costs.per.${per}`),
        conditions && `${t('setup.plan.onlyIf')}: ${describeConditions({ t, language, fields: conditionFieldsOf(form, [], session) }, conditions)}`,
      ].filter(Boolean).join(' · ')}
    </span>
  ));
}
