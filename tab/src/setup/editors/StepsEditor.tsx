import { Button, makeStyles, Text } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import type { ApprovalDefinition } from '../../../../shared/approvals/approval-policy-schema';
import { useText } from '../../lib/session';
import { EditorProblem } from './EditorProblem';
import { newStep } from './step-draft';
import { StepRow } from './StepRow';
import type { EditorProps } from './types';

const useStyles = makeStyles({ root: { display: 'flex', flexDirection: 'column', gap: '10px', minWidth: 0 } });

/** Who has to decide: steps of one stage side by side, stages one after the other. */
export function StepsEditor({ value = [], problem, onChange }: EditorProps<readonly ApprovalDefinition[]>) {
  const styles = useStyles();
  const t = useText();
  return (
    <div className={styles.root}>
      {value.length === 0 && <Text>{t('setup.steps.none')}</Text>}
      {value.map((step, index) => (
        <StepRow
          key={index}
          number={index + 1}
          step={step}
          onChange={(changed) => onChange(value.map((old, at) => (at === index ? changed : old)))}
          onRemove={() => onChange(value.filter((_old, at) => at !== index))}
        />
      ))}
      <div>
        <Button size="small" icon={<Add16Regular aria-hidden />} onClick={() => onChange([...value, newStep(value)])}>
          {t('setup.steps.add')}
        </Button>
      </div>
      <EditorProblem text={problem} />
    </div>
  );
}
