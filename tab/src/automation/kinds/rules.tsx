import { Badge } from '@fluentui/react-components';
import { FlashRegular } from '@fluentui/react-icons/svg/flash';
import { automationRuleSchema } from '../../../../shared/automation/rule-schema';
import type { SetupRegister } from '../../setup/register';
import { useText } from '../../lib/session';
import { DryRun } from '../DryRun';
import { RuleActionsControl, RuleConditionsControl } from '../controls';
import { TriggerEditor } from '../editors/TriggerEditor';
import { RunsOfRule } from '../pages/Runs';
import type { RuleView } from '../types';
import { ActionsWords, RuleConditionsWords, TriggerWords } from '../words/RuleWords';

export const RULES: SetupRegister<RuleView> = {
  practice: 'automationRules',
  icon: <FlashRegular />,
  schema: automationRuleSchema,
  sections: [
    { title: 'setup.form.basics', fields: ['name', 'subject', 'reason', 'ownerId'] },
    { title: 'field.automationRule.when', fields: ['when'] },
    { fields: ['conditions'] },
    { title: 'field.automationRule.actions', hint: 'rules.actions.help', fields: ['actions'] },
    { title: 'setup.form.place', fields: ['order', 'isLast', 'isEnabled'] },
  ],
  controls: { when: { Control: TriggerEditor }, conditions: { Control: RuleConditionsControl }, actions: { Control: RuleActionsControl } },
  initial: () => ({ subject: 'tickets', order: 100, when: { kind: 'event', events: ['reported'] } }),
  facts: ['reason', 'subject', 'ownerId', 'order', 'isLast', 'isEnabled'],
  words: { when: TriggerWords, conditions: RuleConditionsWords, actions: ActionsWords },
  Marks: ({ entry }) => {
    const t = useText();
    return (
      <Badge appearance="tint" color={entry.isEnabled ? 'success' : 'subtle'}>
        {t(entry.isEnabled ? 'rules.on' : 'rules.off')}
      </Badge>
    );
  },
  Try: DryRun,
  More: ({ entry }) => <RunsOfRule ruleId={entry.id} />,
};
