import type { Condition, Conditions, Language } from '../../../../shared/kernel';
import type { Translate } from '../../lib/texts';
import { fieldLabel, valueText, type ConditionField } from './condition-field';

export interface ConditionWords {
  readonly t: Translate;
  readonly language: Language;
  readonly fields: readonly ConditionField[];
}

function oneOf({ t, language, fields }: ConditionWords, name: string, values: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(values.map((value) => t('register.condition.quoted', { value: valueText(fields, name, value, t) })));
}

function describeCondition(words: ConditionWords, { field, is, isNot, atLeast, atMost }: Condition): readonly string[] {
  const { t, fields } = words;
  const name = fieldLabel(fields, field);
  if (fields.find((entry) => entry.name === field)?.isTruth) return [is?.includes('true') || (isNot && !isNot.includes('true')) ? name : t('register.condition.notSo', { field: name })];
  return [
    ...(is ? [t('register.condition.is', { field: name, values: oneOf(words, field, is) })] : []),
    ...(atLeast === undefined ? [] : [t('register.condition.atLeast', { field: name, value: atLeast })]),
    ...(atMost === undefined ? [] : [t('register.condition.atMost', { field: name, value: atMost })]),
    ...(isNot ? [t('register.condition.isNot', { field: name, values: oneOf(words, field, isNot) })] : []),
  ];
}

/** "State is On hold and Waiting for is The requester; or …". */
export function describeConditions(words: ConditionWords, conditions: Conditions): string {
  const and = new Intl.ListFormat(words.language, { type: 'conjunction' });
  if (conditions.length === 0) return words.t('register.condition.never');
  return conditions
    .map((group) => (group.length === 0 ? words.t('register.condition.always') : and.format(group.flatMap((condition) => describeCondition(words, condition)))))
    .join(`; ${words.t('register.condition.or')} `);
}
