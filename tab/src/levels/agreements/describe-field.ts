import type { Conditions } from '../../../../shared/kernel';
import type { AgreementConditions, EscalationStep, Targets } from '../../../../shared/sla/agreement-schema';
import { describeConditions } from '../../registers/conditions/describe-conditions';
import { stepText, targetsText, type AgreementWords } from './describe-agreement';

/** Fields whose values are words of ours: `metric.resolution`. */
const CHOICES: Readonly<Record<string, string>> = {
  type: 'agreementType', metric: 'metric', updateMode: 'updateMode', calendarSource: 'calendarSource', startMode: 'startMode', retarget: 'retarget', reopen: 'reopen',
};

/** A value of one field in words, one line per part. */
export function describeAgreementField(words: AgreementWords, field: string, value: unknown): readonly string[] {
  const { t, calendarName, groupName } = words;
  const prefix = CHOICES[field];
  if (prefix) return [t(`${prefix}.${String(value)}`)];
  switch (field) {
    case 'targets':
      return [targetsText(t, value as Targets)];
    case 'calendarId':
      return [calendarName(String(value))];
    case 'groupId':
      return [groupName(String(value))];
    case 'ladder':
      return (value as readonly EscalationStep[]).map((step) => stepText(words, step));
    case 'conditions':
      return (Object.entries(value as AgreementConditions) as [string, Conditions][]).map(([part, conditions]) => `${t(`levels.form.conditions.${part}`)}: ${describeConditions(words, conditions)}`);
    default:
      return [String(value)];
  }
}
