import { Badge } from '@fluentui/react-components';
import { GavelRegular } from '@fluentui/react-icons/svg/gavel';
import { approvalPolicySchema, type ApprovalDefinition } from '../../../../shared/approvals/approval-policy-schema';
import { useText } from '../../lib/session';
import { cleanSteps } from '../editors/step-draft';
import type { SetupRegister } from '../register';
import { ConditionsWords } from '../words/ConditionsWords';
import { StepsWords } from '../words/StepsWords';
import { ConditionsControl, StepsControl, TableControl } from './controls';
import type { PolicyView } from './types';

export const POLICIES: SetupRegister<PolicyView> = {
  practice: 'approvalPolicies',
  icon: <GavelRegular />,
  schema: approvalPolicySchema,
  sections: [
    { title: 'setup.form.basics', fields: ['name', 'subject', 'description'] },
    { title: 'setup.form.place', fields: ['table', 'order'] },
    { fields: ['conditions'] },
    { title: 'field.approvalPolicy.steps', hint: 'setup.steps.help', fields: ['steps'] },
  ],
  controls: { table: { Control: TableControl, isLabelled: true }, conditions: { Control: ConditionsControl }, steps: { Control: StepsControl } },
  initial: () => ({ subject: 'changes', order: 100 }),
  clean: (field, value) => (field === 'steps' ? cleanSteps((value ?? []) as readonly ApprovalDefinition[]) : value),
  facts: ['description', 'subject', 'table', 'order'],
  words: { conditions: ConditionsWords, steps: ({ value }: { readonly value: readonly ApprovalDefinition[] | undefined }) => <StepsWords steps={value} /> },
  Marks: ({ entry }) => {
    const t = useText();
    return (
      <Badge appearance="tint" color="informative">
        {t(`policySubject.${entry.subject}`)}
      </Badge>
    );
  },
};
