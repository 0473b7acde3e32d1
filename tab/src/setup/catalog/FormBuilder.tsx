import { Button, Field, Input, makeStyles, MessageBar, MessageBarBody, Switch, Textarea } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { ArrowUp16Regular } from '@fluentui/react-icons/svg/arrow-up';
import type { Schema } from '../../../../shared/kernel';
import { FORM_KINDS, formProblems, type FormKind } from '../../../../shared/kernel/form-check';
import type { Words } from '../../../../shared/catalog/plan-schema';
import { useText } from '../../lib/session';
import type { OwnControlProps } from '../../registers/EntryFields';
import { EditorBox } from '../editors/EditorBox';
import { EditorProblem } from '../editors/EditorProblem';
import { Pick } from '../editors/Pick';
import { ConditionInput } from './ConditionInput';
import { WordsInput } from './WordsInput';

const useStyles = makeStyles({ root: { display: 'flex', flexDirection: 'column', gap: '10px', minWidth: 0 }, name: { width: '140px' }, options: { flexBasis: '100%' } });

type Fields = Readonly<Record<string, Schema[string]>>;

/** `red = Red | Rot`, one option a line. */
const optionsText = (field: Schema[string]): string =>
  (field.options ?? []).map(({ value, label }) => (typeof label === 'string' ? value : `${value} = ${label.en}${label.de ? ` | ${label.de}` : ''}`)).join('\n');

function readOptions(text: string): Schema[string]['options'] {
  return text.split('\n').filter((line) => line.trim()).map((line) => {
    const [value = '', words = value] = line.split('=').map((part) => part.trim());
    const [en = '', de] = words.split('|').map((part) => part.trim());
    return { value, label: { en: en || value, ...(de && { de }) } };
  });
}

/** What a field of this kind needs to be drawn at all. */
function ofKind(kind: FormKind, { label, required, visibleIf }: Schema[string]): Schema[string] {
  const base = { kind, label, ...(required && { required }), ...(visibleIf && { visibleIf }) };
  if (kind === 'choice' || kind === 'multiChoice') return { ...base, options: [{ value: 'a', label: { en: 'A' } }] };
  return kind === 'entry' || kind === 'entries' ? { ...base, of: 'services' } : base;
}

/** The order form, field by field; everything wrong with it is said while it is written. */
export function FormBuilder({ value, problem, onChange }: OwnControlProps) {
  const styles = useStyles();
  const t = useText();
  const form = (value ?? {}) as Fields;
  const entries = Object.entries(form);
  const put = (next: readonly (readonly [string, Schema[string]])[]): void => onChange(Object.fromEntries(next));
  const change = (at: number, name: string, field: Schema[string]): void => put(entries.map((entry, index) => (index === at ? [name, field] : entry)));
  const problems = formProblems(form);
  const freeName = (): string => { let next = entries.length + 1; while (Object.hasOwn(form, `field${next}`)) next += 1; return `field${next}`; };
  return (
    <div className={styles.root}>
      {entries.map(([name, field], index) => {
        const { visibleIf, options } = field;
        const before = Object.fromEntries(entries.filter(([other]) => other !== name));
        return (
          <EditorBox key={index} label={name} removeLabel={t('setup.form.removeField', { name })} onRemove={() => put(entries.filter((_entry, at) => at !== index))}>
            <Field size="small" label={t('setup.form.fieldName')} className={styles.name}>
              <Input size="small" value={name} onChange={(_event, data) => !Object.hasOwn(form, data.value) && change(index, data.value, field)} />
            </Field>
            <Pick label={t('setup.form.kind')} choices={FORM_KINDS.map((kind) => ({ value: kind, text: t(`fieldKind.${kind}`) }))} value={field.kind} onChange={(kind) => change(index, name, ofKind(kind as FormKind, field))} />
            <WordsInput label={t('setup.form.label')} value={field.label as Words} onChange={(label) => change(index, name, { ...field, label })} />
            <Switch label={t('setup.form.required')} checked={field.required === true} onChange={(_event, data) => { const { required: _required, ...rest } = field; change(index, name, data.checked ? { ...rest, required: true } : rest); }} />
            <ConditionInput label={t('setup.form.visibleIf')} value={visibleIf} form={before} onChange={(conditions) => { const { visibleIf: _visible, ...rest } = field; change(index, name, conditions ? { ...rest, visibleIf: conditions } : rest); }} />
            {field.required !== true && <ConditionInput label={t('setup.form.requiredIf')} value={field.requiredIf} form={before} never onChange={(conditions) => { const { requiredIf: _required, ...rest } = field; change(index, name, conditions ? { ...rest, requiredIf: conditions } : rest); }} />}
            {index > 0 && <Button size="small" appearance="subtle" icon={<ArrowUp16Regular />} aria-label={t('setup.form.up', { name })} onClick={() => put([...entries.slice(0, index - 1), entries[index]!, entries[index - 1]!, ...entries.slice(index + 1)])} />}
            {options && (
              <Field size="small" className={styles.options} label={t('setup.form.options')} hint={t('setup.form.options.help')}>
                <Textarea size="small" resize="vertical" defaultValue={optionsText(field)} onBlur={(event) => change(index, name, { ...field, options: readOptions(event.target.value) ?? [] })} />
              </Field>
            )}
          </EditorBox>
        );
      })}
      <div>
        <Button size="small" icon={<Add16Regular aria-hidden />} onClick={() => put([...entries, [freeName(), { kind: 'text', label: { en: '' } }]])}>{t('setup.form.addField')}</Button>
      </div>
      {problems.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{problems.map(({ field, code, params }) => <div key={`${field} ${code}`}>{t(`problem.${code}`, params)}</div>)}</MessageBarBody>
        </MessageBar>
      )}
      <EditorProblem text={problems.length > 0 ? undefined : problem} />
    </div>
  );
}
