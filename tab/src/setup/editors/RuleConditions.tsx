import type { Condition, Conditions } from '../../../../shared/kernel';
import { useText } from '../../lib/session';
import { ConditionsEditor } from '../../registers/conditions/ConditionsEditor';
import { useRuleFields } from '../words/rule-fields';
import type { EditorProps } from './types';

const FIRST: Condition = { field: 'categoryId', is: [] };

/** Which tickets a routing rule is for. */
export function RuleConditions({ value, problem, onChange }: EditorProps<Conditions>) {
  const t = useText();
  const fields = useRuleFields();
  return (
    <ConditionsEditor
      label={t('field.routingRule.conditions')} help={t('setup.rules.help')} emptyText={t('setup.rules.empty')} fields={fields} first={FIRST} conditions={value} problem={problem} onChange={onChange}
    />
  );
}
