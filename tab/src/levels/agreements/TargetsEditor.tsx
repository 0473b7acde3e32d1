import { Dropdown, Field, Input, makeStyles, Option, tokens } from '@fluentui/react-components';
import { TARGET_UNITS, type Targets, type TargetTime } from '../../../../shared/sla/agreement-schema';
import { useText } from '../../lib/session';
import { TARGET_PRIORITIES } from './describe-agreement';

/** A target while it is typed: nothing yet is no promise. */
export type TargetDrafts = Readonly<Partial<Record<string, { readonly value: number | undefined; readonly unit: TargetTime['unit'] }>>>;

/** Only what is promised. */
export function asTargets(drafts: TargetDrafts): Targets {
  return Object.fromEntries(Object.entries(drafts).filter(([, target]) => target?.value !== undefined)) as Targets;
}

const useStyles = makeStyles({
  table: { display: 'grid', gridTemplateColumns: 'minmax(90px, max-content) 110px minmax(130px, 240px)', gap: '8px 10px', alignItems: 'center', '@media (max-width: 639px)': { gridTemplateColumns: 'minmax(60px, max-content) 84px minmax(0, 1fr)' } },
  priority: { fontWeight: tokens.fontWeightSemibold },
  input: { minWidth: 0, width: '100%' },
  unit: { minWidth: 0 },
});

interface Props {
  readonly targets: TargetDrafts;
  readonly problem?: string | undefined;
  onChange(targets: TargetDrafts): void;
}

/** Time per priority; an empty field promises nothing. */
export function TargetsEditor({ targets, problem, onChange }: Props) {
  const styles = useStyles();
  const t = useText();
  const name = (priority: string): string => t(priority === 'any' ? 'levels.priority.any' : `priority.${priority}`);
  return (
    <Field label={t('field.agreement.targets')} required hint={t('levels.form.targets.help')} validationMessage={problem ?? null} validationState={problem ? 'error' : 'none'} data-field="targets">
      {(field) => (
        <div role="group" aria-labelledby={field['aria-labelledby']} aria-describedby={field['aria-describedby']} className={styles.table}>
          {TARGET_PRIORITIES.map((priority) => {
            const target = targets[priority] ?? { value: undefined, unit: 'hours' as const };
            const put = (changes: Partial<typeof target>): void => onChange({ ...targets, [priority]: { ...target, ...changes } });
            return (
              <div key={priority} style={{ display: 'contents' }}>
                <span className={styles.priority}>{name(priority)}</span>
                <Input
                  type="number"
                  min={0}
                  className={styles.input}
                  aria-label={t('levels.form.targetOf', { priority: name(priority) })}
                  value={target.value === undefined ? '' : String(target.value)}
                  placeholder="–"
                  data-target={priority}
                  onChange={(_event, data) => put({ value: data.value === '' ? undefined : Number(data.value) })}
                />
                <Dropdown
                  className={styles.unit}
                  aria-label={t('levels.form.unitOf', { priority: name(priority) })}
                  value={t(`targetUnit.${target.unit}`)}
                  selectedOptions={[target.unit]}
                  onOptionSelect={(_event, data) => put({ unit: data.optionValue as TargetTime['unit'] })}
                >
                  {TARGET_UNITS.map((unit) => (
                    <Option key={unit} value={unit}>
                      {t(`targetUnit.${unit}`)}
                    </Option>
                  ))}
                </Dropdown>
              </div>
            );
          })}
        </div>
      )}
    </Field>
  );
}
