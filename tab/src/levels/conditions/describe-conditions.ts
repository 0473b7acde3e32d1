import type { Condition, Conditions } from '../../../../shared/kernel';
import type { Language } from '../../../../shared/kernel';
import type { Translate } from '../../lib/texts';
import { valueText, type ConditionField } from './condition-fields';

export interface ConditionWords {
  readonly t: Translate;
  readonly language: Language;
  readonly fields: readonly ConditionField[];
}

function oneOf({ t, language, fields }: ConditionWords, name: string, values: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(values.map((value) => t('levels.condition.quoted', { value: valueText(fields, name, value, t) })));
}

function describeCondition(words: ConditionWords, { field, is, isNot }: Condition): readonly string[] {
  const { t } = words;
  const name = t(`levels.field.${field}`);
  return [
    ...(is ? [t('levels.condition.is', { field: name, values: oneOf(words, field, is) })] : []),
    ...(isNot ? [t('levels.condition.isNot', { field: name, values: oneOf(words, field, isNot) })] : []),
  ];
}

/** "State is On hold and Waiting for is The requester; or …". */
export function describeConditions(words: ConditionWords, conditions: Conditions): string {
  const and = new Intl.ListFormat(words.language, { type: 'conjunction' });
  if (conditions.length === 0) return words.t('levels.condition.never');
  return conditions
    .map((group) => (group.length === 0 ? words.t('levels.condition.always') : and.format(group.flatMap((condition) => describeCondition(words, condition)))))
    .join(`; ${words.t('levels.condition.or')} `);
}
