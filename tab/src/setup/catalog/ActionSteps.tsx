import { Button, makeStyles } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { CALL_WEBHOOK, IF_REFUSED, type ActionStep, type PlanStage, type PlanStep } from '../../../../shared/catalog/plan-schema';
import type { Schema } from '../../../../shared/kernel';
import { ticketAutomationWords } from '../../../../shared/tickets/ticket-automation-schema';
import { ActionInput } from '../../automation/editors/ActionsEditor';
import { useSession } from '../../lib/session';
import { labelText } from '../../lib/texts';
import { EditorBox } from '../editors/EditorBox';
import { Pick, PickSeveral } from '../editors/Pick';
import { freeId, STEP_ACTIONS } from './step-inputs';

const useStyles = makeStyles({ row: { display: 'flex', flexWrap: 'wrap', gap: '8px' }, what: { width: '100%', maxWidth: '320px' } });

interface Props {
  readonly stage: PlanStage;
  readonly form: Schema;
  onChange(steps: readonly PlanStep[]): void;
}

/** What a stage does by itself: actions of the registry, and webhooks that are called. */
export function ActionSteps({ stage, form, onChange }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const { steps = [], tasks = [], approvals = [] } = stage;
  const add = (action: string): void => onChange([...steps, { id: freeId('action', [...steps, ...tasks, ...approvals]), kind: 'action', action, input: {} }]);
  const put = (step: ActionStep): void => onChange(steps.map((old) => (old.id === step.id ? step : old)));
  return (
    <>
      {steps.map((step) => step.kind === 'action' && <StepBox key={step.id} step={step} form={form} onChange={put} onRemove={() => onChange(steps.filter(({ id }) => id !== step.id))} />)}
      <div className={styles.row}>
        <Button size="small" icon={<Add16Regular aria-hidden />} onClick={() => add(STEP_ACTIONS[0] ?? '')}>{t('setup.plan.addAction')}</Button>
        <Button size="small" icon={<Add16Regular aria-hidden />} onClick={() => add(CALL_WEBHOOK)}>{t('setup.plan.addWebhook')}</Button>
      </div>
    </>
  );
}

interface BoxProps {
  readonly step: ActionStep;
  readonly form: Schema;
  onChange(step: ActionStep): void;
  onRemove(): void;
}

function StepBox({ step, form, onChange, onRemove }: BoxProps) {
  const styles = useStyles();
  const { t, language } = useSession();
  const { action, input } = step;
  const isWebhook = action === CALL_WEBHOOK;
  const label = t(`action.${action}`);
  // What was written by other means stays to be seen.
  const offered = STEP_ACTIONS.includes(action) ? STEP_ACTIONS : [...STEP_ACTIONS, action];
  const questions = Object.entries(form).filter(([, { kind }]) => kind !== 'information' && kind !== 'files').map(([value, field]) => ({ value, text: labelText(field.label, language, t) }));
  const send = (answers: readonly string[]): void => {
    const { answers: _former, ...rest } = input;
    onChange({ ...step, input: answers.length > 0 ? { ...rest, answers } : rest });
  };
  return (
    <EditorBox label={label} removeLabel={t('setup.plan.removeStep', { step: label })} onRemove={onRemove}>
      {!isWebhook && <Pick label={t('setup.plan.action')} className={styles.what} value={action} choices={offered.map((name) => ({ value: name, text: t(`action.${name}`) }))} onChange={(name) => onChange({ ...step, action: name, input: {} })} />}
      <ActionInput action={action} input={input} placeholders={ticketAutomationWords.placeholders} onChange={(filled) => onChange({ ...step, input: filled })} />
      {isWebhook && questions.length > 0 && <PickSeveral label={t('field.webhook.answers')} choices={questions} values={Array.isArray(input['answers']) ? (input['answers'] as readonly string[]) : []} onChange={send} />}
      <Pick label={t('setup.plan.ifRefused')} choices={IF_REFUSED.map((value) => ({ value, text: t(`setup.plan.ifRefused.${value}`) }))} value={step.ifRefused ?? 'goOn'} onChange={(ifRefused) => onChange({ ...step, ifRefused: ifRefused as ActionStep['ifRefused'] & string })} />
    </EditorBox>
  );
}
