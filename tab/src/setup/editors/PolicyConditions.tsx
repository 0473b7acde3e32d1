import type { Condition, Conditions } from '../../../../shared/kernel';
import { useText } from '../../lib/session';
import { ConditionsEditor } from '../../registers/conditions/ConditionsEditor';
import { usePolicyFields } from '../words/policy-fields';
import type { EditorProps } from './types';

const FIRST: Condition = { field: 'risk', is: ['high'] };

/** When a policy or an agenda is about a change. */
export function PolicyConditions({ value, problem, onChange, name }: EditorProps<Conditions> & { readonly name: 'conditions' | 'filter' }) {
  const t = useText();
  const fields = usePolicyFields(value);
  return (
    <ConditionsEditor
      label={t(`setup.${name}`)} help={t(`setup.${name}.help`)} emptyText={t(`setup.${name}.always`)} fields={fields} first={FIRST} conditions={value} problem={problem} onChange={onChange}
    />
  );
}
