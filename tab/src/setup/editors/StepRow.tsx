import { Combobox, Field, Input, makeStyles, Option } from '@fluentui/react-components';
import { useState } from 'react';
import { KNOWN_STEPS, type ApprovalDefinition } from '../../../../shared/approvals/approval-policy-schema';
import { CONTENT_PARTS } from '../../../../shared/changes/change-schema';
import type { Quorum } from '../../../../shared/kernel';
import { useText } from '../../lib/session';
import { stepName } from '../words/describe-steps';
import { EditorBox } from './EditorBox';
import { Pick, PickSeveral } from './Pick';
import { SourcesEditor } from './SourcesEditor';
import { stepId, withMode } from './step-draft';

const MODES = ['any', 'all', 'majority', 'nOf', 'percentage'] as const satisfies readonly Quorum['mode'][];
const HOURS = ['remindAfterHours', 'escalateAfterHours', 'expireAfterHours'] as const;

const useStyles = makeStyles({
  small: { width: '88px', minWidth: 0 },
  name: { minWidth: 0, width: '220px', maxWidth: '100%' },
  combo: { minWidth: 0 },
  whole: { width: '100%', minWidth: 0 },
});

interface Props {
  readonly number: number;
  readonly step: ApprovalDefinition;
  onChange(step: ApprovalDefinition): void;
  onRemove(): void;
}

/** A whole number, or nothing. */
const asNumber = (text: string): number | undefined => (text === '' || Number.isNaN(Number(text)) ? undefined : Number(text));

/** One step: its name and stage, who decides, how many of them, and what happens when nobody does. */
export function StepRow({ number, step, onChange, onRemove }: Props) {
  const styles = useStyles();
  const t = useText();
  const { quorum } = step;
  const label = t('setup.steps.number', { number });
  const count = (name: 'count' | 'percent' | 'atLeast', text: string): void => {
    const { [name]: _former, ...rest } = quorum;
    const value = asNumber(text);
    onChange({ ...step, quorum: value === undefined ? rest : { ...rest, [name]: value } });
  };
  const hours = (name: (typeof HOURS)[number], text: string): void => {
    const { [name]: _former, ...rest } = step;
    const value = asNumber(text);
    onChange(value === undefined ? rest : { ...rest, [name]: value });
  };
  const bind = (parts: readonly string[]): void => {
    const { binds: _former, ...rest } = step;
    onChange(parts.length === 0 ? rest : { ...rest, binds: parts });
  };
  return (
    <EditorBox label={label} removeLabel={t('setup.steps.remove', { number })} onRemove={onRemove}>
      <Field label={t('setup.steps.stage')} size="small">
        <Input type="number" min={1} max={20} className={styles.small} value={String(step.stage)} onChange={(_event, data) => onChange({ ...step, stage: Math.max(1, Math.trunc(Number(data.value)) || 1) })} />
      </Field>
      <NameField id={step.id} onChange={(id) => onChange({ ...step, id })} />
      <Pick label={t('setup.quorum')} value={quorum.mode} choices={MODES.map((mode) => ({ value: mode, text: t(`setup.quorum.mode.${mode}`) }))} onChange={(mode) => onChange({ ...step, quorum: withMode(quorum, mode as Quorum['mode']) })} />
      {quorum.mode === 'nOf' && (
        <Field label={t('setup.quorum.count')} size="small">
          <Input type="number" min={1} max={100} className={styles.small} value={String(quorum.count ?? '')} onChange={(_event, data) => count('count', data.value)} />
        </Field>
      )}
      {quorum.mode === 'percentage' && (
        <Field label={t('setup.quorum.percent')} size="small">
          <Input type="number" min={1} max={100} contentAfter="%" className={styles.small} value={String(quorum.percent ?? '')} onChange={(_event, data) => count('percent', data.value)} />
        </Field>
      )}
      <Field label={t('setup.quorum.atLeast')} size="small">
        <Input type="number" min={1} max={100} className={styles.small} value={String(quorum.atLeast ?? '')} onChange={(_event, data) => count('atLeast', data.value)} />
      </Field>
      <div className={styles.whole}>
        <SourcesEditor sources={step.from} onChange={(from) => onChange({ ...step, from })} />
      </div>
      <PickSeveral
        label={t('setup.steps.binds')} placeholder={t('setup.steps.binds.all')} choices={CONTENT_PARTS.map((part) => ({ value: part, text: t(`setup.part.${part}`) }))} values={step.binds ?? []}
        className={styles.name} onChange={bind}
      />
      {HOURS.map((name) => (
        <Field key={name} label={t(`setup.steps.${name}`)} size="small">
          <Input type="number" min={1} max={2160} className={styles.small} contentAfter={t('setup.hours')} value={String(step[name] ?? '')} onChange={(_event, data) => hours(name, data.value)} />
        </Field>
      ))}
    </EditorBox>
  );
}

/** A known step, or a name of one's own. */
function NameField({ id, onChange }: { readonly id: string; onChange(id: string): void }) {
  const styles = useStyles();
  const t = useText();
  const [query, setQuery] = useState<string>();
  const [isOpen, setOpen] = useState(false);
  const words = (query ?? '').toLowerCase();
  const found = KNOWN_STEPS.filter((name) => stepName(t, name).toLowerCase().includes(words));
  const own = query ? stepId(query) : '';
  return (
    <Field label={t('setup.steps.name')} size="small" required className={styles.name}>
      <Combobox
        className={styles.combo}
        value={query ?? stepName(t, id)}
        selectedOptions={id ? [id] : []}
        open={isOpen}
        onOpenChange={(_event, data) => setOpen(data.open)}
        onChange={(event) => {
          // Pasting opens it too.
          setOpen(true);
          setQuery(event.target.value);
        }}
        onOptionSelect={(_event, data) => {
          setQuery(undefined);
          if (data.optionValue) onChange(data.optionValue);
        }}
        onBlur={() => setQuery(undefined)}
      >
        {found.map((name) => (
          <Option key={name} value={name} text={stepName(t, name)}>
            {stepName(t, name)}
          </Option>
        ))}
        {own && !found.some((name) => stepName(t, name).toLowerCase() === words) && (
          <Option key={`+${own}`} value={own} text={own}>
            {t('register.condition.take', { value: own })}
          </Option>
        )}
      </Combobox>
    </Field>
  );
}
