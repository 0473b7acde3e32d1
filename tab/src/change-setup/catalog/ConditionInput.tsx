import { Input, Field, Text } from '@fluentui/react-components';
import type { Conditions, Schema } from '../../../../shared/kernel';
import { useSession } from '../../lib/session';
import { labelText } from '../../lib/texts';
import { Pick, PickSeveral } from '../editors/Pick';

interface Props {
  readonly label: string;
  readonly value: Conditions | undefined;
  readonly form: Schema;
  /** Fields beside the answers: cost, department. */
  readonly others?: readonly { readonly value: string; readonly text: string }[];
  onChange(value: Conditions | undefined): void;
}

/** One condition, as most are; those with several parts are kept and said, not edited here. */
export function ConditionInput({ label, value, form, others = [], onChange }: Props) {
  const { t, language } = useSession();
  const [group, ...more] = value ?? [];
  const [first, ...rest] = group ?? [];
  if (more.length + rest.length > 0) return <Text size={200}>{t('setup.plan.manyConditions', { label })}</Text>;
  const fields = Object.entries(form).filter(([, { kind }]) => kind !== 'information').flatMap(([name, field]) => [
    { value: name, text: labelText(field.label, language, t) }, ...(field.notBefore ? [{ value: `${name}.days`, text: t('setup.plan.days', { field: labelText(field.label, language, t) }) }] : []),
  ]);
  const field = first && Object.hasOwn(form, first.field) ? form[first.field] : undefined;
  const options = field?.kind === 'yesNo' ? ['true', 'false'].map((option) => ({ value: option, text: t(option === 'true' ? 'answer.yes' : 'answer.no') })) : field?.options?.map((option) => ({ value: option.value, text: labelText(option.label, language, t) }));
  const isNumber = first !== undefined && (first.field.endsWith('.days') || first.field === 'request.cost' || field?.kind === 'number' || field?.kind === 'money');
  return (
    <>
      <Pick label={label} choices={[{ value: '', text: t('setup.plan.always') }, ...fields, ...others]} value={first?.field ?? ''} onChange={(name) => onChange(name === '' ? undefined : [[{ field: name, is: [''] }]])} />
      {first && options && <PickSeveral label={t('setup.plan.is')} choices={options} values={first.is ?? []} onChange={(values) => onChange([[{ field: first.field, is: values.length > 0 ? values : [''] }]])} />}
      {first && !options && (
        <Field size="small" label={t(isNumber ? 'setup.plan.atLeast' : 'setup.plan.is')}>
          <Input
            size="small" type={isNumber ? 'number' : 'text'} value={isNumber ? String(first.atLeast ?? '') : (first.is ?? []).join(', ')}
            onChange={(_event, data) => onChange([[isNumber ? { field: first.field, atLeast: Number(data.value) } : { field: first.field, is: data.value.split(',').map((entry) => entry.trim()) }]])}
          />
        </Field>
      )}
    </>
  );
}
