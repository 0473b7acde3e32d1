import type { Fact } from '../../../shared/kernel';
import type { Session } from '../lib/session';
import { labelText } from '../lib/texts';
import type { Choice, ConditionField } from '../registers/conditions/condition-field';
import { wordsOf } from './types';

function choicesOf(fact: Fact, { t, config, language }: Session): readonly Choice[] {
  switch (fact.kind) {
    case 'yesNo':
      return ['yes', 'no'].map((value) => ({ value, text: t(`answer.${value}`) }));
    case 'group':
      return [...config.groups.map(({ id, name }) => ({ value: id, text: name })), { value: '', text: t('register.condition.nobody') }];
    case 'category':
      return config.categories.map(({ id, path }) => ({ value: id, text: path }));
    case 'offering':
      return config.offerings.map(({ id, name }) => ({ value: id, text: name }));
    case 'person':
      return [...new Map(config.groups.flatMap(({ members }) => members).map(({ id, name }) => [id, name]))].map(([value, text]) => ({ value, text }));
    default:
      return (fact.options ?? []).map(({ value, label }) => ({ value, text: labelText(label, language, t) }));
  }
}

/** What conditions of a rule may look at; rules about time know nothing of an event. */
export function ruleFields(subject: unknown, isEvent: boolean, session: Session): readonly ConditionField[] {
  return wordsOf(subject)
    .facts.filter(({ of }) => isEvent || of === 'record')
    .map((fact) => ({
      name: fact.name,
      label: labelText(fact.label, session.language, session.t),
      options: choicesOf(fact, session),
      ...((fact.kind === 'words' || fact.kind === 'text') && { isFree: true }),
      ...(fact.kind === 'number' && { isNumber: true }),
    }));
}
