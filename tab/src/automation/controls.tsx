import type { RuleTrigger } from '../../../shared/automation/rule-schema';
import { AGENT_PLACEHOLDERS, MACRO_VERBS } from '../../../shared/automation/rule-schema';
import type { Condition, Conditions } from '../../../shared/kernel';
import { useSession } from '../lib/session';
import type { OwnControlProps } from '../registers/EntryFields';
import { ConditionsEditor } from '../registers/conditions/ConditionsEditor';
import { ActionsEditor } from './editors/ActionsEditor';
import { ruleFields } from './rule-fields';
import { wordsOf, type RuleAction } from './types';

const FIRST: Readonly<Record<string, Condition>> = { tickets: { field: 'priority', is: ['P1'] }, changes: { field: 'risk', is: ['high'] } };
/** A macro runs where nothing else is loaded. */
const NOT_IN_MACROS = ['link', 'unlink'];

export function RuleConditionsControl({ value, draft, problem, onChange }: OwnControlProps) {
  const session = useSession();
  const { t } = session;
  const subject = draft['subject'] === 'changes' ? 'changes' : 'tickets';
  const isEvent = ((draft['when'] as RuleTrigger | undefined)?.kind ?? 'event') === 'event';
  return (
    <ConditionsEditor
      label={t('field.automationRule.conditions')} help={t('rules.conditions.help')} emptyText={t('rules.always')} fields={ruleFields(subject, isEvent, session)}
      first={FIRST[subject] as Condition} conditions={value as Conditions | undefined} problem={problem} onChange={onChange}
    />
  );
}

export function RuleActionsControl({ value, draft, problem, onChange }: OwnControlProps) {
  const subject = draft['subject'] === 'changes' ? 'changes' : 'tickets';
  const { effects, placeholders } = wordsOf(subject);
  return <ActionsEditor value={value as readonly RuleAction[] | undefined} offered={Object.keys(effects).map((verb) => `${subject}.${verb}`)} placeholders={placeholders} problem={problem} onChange={onChange} />;
}

export function MacroActionsControl({ value, problem, onChange }: OwnControlProps) {
  const { effects, placeholders } = wordsOf('tickets');
  const verbs = [...MACRO_VERBS, ...Object.keys(effects).filter((verb) => !NOT_IN_MACROS.includes(verb))];
  return <ActionsEditor value={value as readonly RuleAction[] | undefined} offered={verbs.map((verb) => `tickets.${verb}`)} placeholders={[...placeholders, ...AGENT_PLACEHOLDERS]} problem={problem} onChange={onChange} />;
}
