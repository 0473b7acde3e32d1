import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { planProblems, planShapeProblems } from '../../../../shared/catalog/plan-check-views';
import { APPROVER_KINDS, type Plan, type PlanApproval, type PlanApprover, type PlanStage, type PlanTask } from '../../../../shared/catalog/plan-schema';
import type { Conditions, Schema } from '../../../../shared/kernel';
import { useSession } from '../../lib/session';
import { labelText } from '../../lib/texts';
import { PersonPicker } from '../../parts/schema-form/pickers';
import type { OwnControlProps } from '../../registers/EntryFields';
import { EditorBox } from '../editors/EditorBox';
import { EditorProblem } from '../editors/EditorProblem';
import { Pick, PickSeveral } from '../editors/Pick';
import { ActionSteps } from './ActionSteps';
import { ConditionInput } from './ConditionInput';
import { FlowView } from './FlowView';
import { freeId, missingFields } from './step-inputs';
import { WordsInput } from './WordsInput';

const useStyles = makeStyles({
  root: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 380px), 1fr))', gap: '20px', minWidth: 0 },
  side: { display: 'flex', flexDirection: 'column', gap: '12px', minWidth: 0 },
  parts: { display: 'flex', flexDirection: 'column', gap: '8px', flexBasis: '100%', minWidth: 0, paddingLeft: '10px', borderLeft: `2px solid ${tokens.colorNeutralStroke2}` },
  row: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  short: { width: '90px' },
  narrow: { minWidth: 0, width: '100%' },
});

const STEPS = ['manager', 'systemOwner', 'security', 'budget', 'newManager', 'humanResources'];

/** Without what is empty: the server takes nothing for something. */
const without = <T extends object>(value: T, ...names: readonly (keyof T)[]): T => Object.fromEntries(Object.entries(value).filter(([name, entry]) => !names.includes(name as keyof T) || (entry !== undefined && entry !== ''))) as T;
const replaced = <T,>(list: readonly T[], at: number, entry: T): readonly T[] => list.map((old, index) => (index === at ? entry : old));

interface PartProps {
  readonly form: Schema;
}

function useOthers(): readonly { readonly value: string; readonly text: string }[] {
  const { t } = useSession();
  return ['request.cost', 'request.department', 'request.site'].map((value) => ({ value, text: t(`planField.${value}`) }));
}

const fieldChoices = (form: Schema, kinds: readonly string[], language: 'en' | 'de', t: Parameters<typeof labelText>[2]) =>
  Object.entries(form).filter(([, { kind }]) => kinds.includes(kind)).map(([value, field]) => ({ value, text: labelText(field.label, language, t) }));

function ApproverInput({ value, form, onChange }: PartProps & { readonly value: PlanApprover; onChange(value: PlanApprover): void }) {
  const { t, config, language } = useSession();
  const people = fieldChoices(form, ['person', 'people'], language, t);
  const start = (kind: PlanApprover['kind']): PlanApprover => {
    if (kind === 'person') return { kind, personId: '' };
    if (kind === 'group') return { kind, groupId: config.groups[0]?.id ?? '' };
    return kind === 'answer' || kind === 'answerManager' ? { kind, field: people[0]?.value ?? '' } : { kind };
  };
  return (
    <>
      <Pick label={t('setup.plan.who')} choices={APPROVER_KINDS.map((kind) => ({ value: kind, text: t(`planApprover.${kind}`) }))} value={value.kind} onChange={(kind) => onChange(start(kind as PlanApprover['kind']))} />
      {value.kind === 'group' && <Pick label={t('field.ticket.group')} choices={config.groups.map(({ id, name }) => ({ value: id, text: name }))} value={value.groupId} onChange={(groupId) => onChange({ ...value, groupId })} />}
      {'field' in value && <Pick label={t('setup.plan.field')} choices={people} value={value.field} onChange={(field) => onChange({ ...value, field })} />}
      {value.kind === 'person' && (
        <Field size="small" label={t('field.task.assignee')}>
          <PersonPicker name="personId" field={{ kind: 'person', label: 'field.task.assignee' }} value={value.personId} hints={{}} isDisabled={false} onChange={(id) => onChange({ kind: 'person', personId: typeof id === 'string' ? id : '' })} />
        </Field>
      )}
    </>
  );
}

function ApprovalBox({ approval, form, onChange, onRemove }: PartProps & { readonly approval: PlanApproval; onChange(value: PlanApproval): void; onRemove(): void }) {
  const { t } = useSession();
  const others = useOthers();
  const known = STEPS.includes(approval.id) ? STEPS : [...STEPS, approval.id];
  return (
    <EditorBox label={approval.id} removeLabel={t('setup.plan.removeConsent')} onRemove={onRemove}>
      <Pick label={t('setup.plan.consent')} choices={known.map((id) => ({ value: id, text: t(`approvalStep.${id}`) }))} value={approval.id} onChange={(id) => onChange({ ...approval, id })} />
      <ApproverInput value={approval.from[0] ?? { kind: 'manager' }} form={form} onChange={(first) => onChange({ ...approval, from: [first, ...approval.from.slice(1)] })} />
      <Pick label={t('setup.plan.order')} choices={['1', '2', '3', '4'].map((value) => ({ value, text: value }))} value={String(approval.order ?? 1)} onChange={(order) => onChange({ ...approval, order: Number(order) })} />
      <ConditionInput label={t('setup.plan.onlyIf')} value={approval.conditions} form={form} others={others} onChange={(conditions) => onChange(without({ ...approval, conditions: conditions as Conditions }, 'conditions'))} />
    </EditorBox>
  );
}

function TaskBox({ task, tasks, form, onChange, onRemove }: PartProps & { readonly task: PlanTask; readonly tasks: readonly PlanTask[]; onChange(value: PlanTask): void; onRemove(): void }) {
  const styles = useStyles();
  const { t, config } = useSession();
  const others = useOthers();
  return (
    <EditorBox label={task.title.en || task.id} removeLabel={t('setup.plan.removeTask')} onRemove={onRemove}>
      <WordsInput label={t('field.task.title')} value={task.title} onChange={(title) => onChange({ ...task, title })} />
      <Pick label={t('field.task.group')} choices={[{ value: '', text: t('setup.plan.sameGroup') }, ...config.groups.map(({ id, name }) => ({ value: id, text: name }))]} value={task.groupId ?? ''} onChange={(groupId) => onChange(without({ ...task, groupId }, 'groupId'))} />
      <PickSeveral label={t('setup.plan.after')} choices={tasks.filter(({ id }) => id !== task.id).map(({ id, title }) => ({ value: id, text: title.en || id }))} values={task.after ?? []} onChange={(after) => onChange({ ...task, after })} />
      <Field size="small" label={t('setup.plan.hours')} className={styles.short}>
        <Input size="small" className={styles.narrow} type="number" min={0} value={task.dueMinutes ? String(task.dueMinutes / 60) : ''} onChange={(_event, data) => { const { dueMinutes: _due, ...rest } = task; const minutes = Math.round(Number(data.value) * 60); onChange(minutes > 0 ? { ...rest, dueMinutes: minutes } : rest); }} />
      </Field>
      <ConditionInput label={t('setup.plan.onlyIf')} value={task.conditions} form={form} others={others} onChange={(conditions) => onChange(without({ ...task, conditions: conditions as Conditions }, 'conditions'))} />
    </EditorBox>
  );
}

function StageBox({ stage, plan, form, onChange, onRemove }: PartProps & { readonly stage: PlanStage; readonly plan: Plan; onChange(value: PlanStage): void; onRemove(): void }) {
  const styles = useStyles();
  const { t } = useSession();
  const others = useOthers();
  const { approvals = [], tasks = [], steps = [] } = stage;
  const stages = plan.filter(({ id }) => id !== stage.id).map(({ id, name }) => ({ value: id, text: name.en || id }));
  const message = steps.find((step) => step.kind === 'message');
  const say = (en: string): void => {
    const rest = steps.filter((step) => step !== message);
    onChange({ ...stage, steps: en ? [...rest, { id: message?.id ?? 'message', kind: 'message', to: 'requester', text: { ...(message?.kind === 'message' ? message.text : {}), en } }] : rest });
  };
  return (
    <EditorBox label={stage.name.en || stage.id} removeLabel={t('setup.plan.removeStage')} onRemove={onRemove}>
      <WordsInput label={t('setup.plan.stage')} value={stage.name} onChange={(name) => onChange({ ...stage, name })} />
      <ConditionInput label={t('setup.plan.onlyIf')} value={stage.conditions} form={form} others={others} onChange={(conditions) => onChange(without({ ...stage, conditions: conditions as Conditions }, 'conditions'))} />
      <Pick label={t('setup.plan.next')} choices={[{ value: '', text: t('setup.plan.following') }, ...stages, { value: 'done', text: t('setup.plan.end') }]} value={stage.next ?? ''} onChange={(next) => onChange(without({ ...stage, next }, 'next'))} />
      <Pick label={t('setup.plan.onRefusal')} choices={[{ value: 'end', text: t('setup.plan.refusalEnds') }, { value: 'return', text: t('setup.plan.refusalReturns') }, ...stages]} value={stage.onRefusal ?? 'end'} onChange={(onRefusal) => onChange({ ...stage, onRefusal })} />
      <div className={styles.parts}>
        {approvals.map((approval, at) => <ApprovalBox key={at} approval={approval} form={form} onChange={(next) => onChange({ ...stage, approvals: replaced(approvals, at, next) })} onRemove={() => onChange({ ...stage, approvals: approvals.filter((_entry, index) => index !== at) })} />)}
        {tasks.map((task, at) => <TaskBox key={at} task={task} tasks={tasks} form={form} onChange={(next) => onChange({ ...stage, tasks: replaced(tasks, at, next) })} onRemove={() => onChange({ ...stage, tasks: tasks.filter((_entry, index) => index !== at) })} />)}
        <div className={styles.row}>
          <Button size="small" icon={<Add16Regular aria-hidden />} onClick={() => onChange({ ...stage, approvals: [...approvals, { id: STEPS.find((id) => !approvals.some((entry) => entry.id === id)) ?? freeId('step', approvals), from: [{ kind: 'manager' }] }] })}>{t('setup.plan.addConsent')}</Button>
          <Button size="small" icon={<Add16Regular aria-hidden />} onClick={() => onChange({ ...stage, tasks: [...tasks, { id: freeId('t', tasks), title: { en: '' } }] })}>{t('action.tickets.addTask')}</Button>
        </div>
        <ActionSteps stage={stage} form={form} onChange={(next) => onChange({ ...stage, steps: next })} />
        <Field size="small" label={t('setup.plan.message')} hint={t('setup.plan.message.help')}>
          <Textarea size="small" value={message?.kind === 'message' ? message.text.en : ''} onChange={(_event, data) => say(data.value)} />
        </Field>
      </div>
    </EditorBox>
  );
}

/** The plan, written on one side and drawn on the other; everything that would go wrong with it is said at once. */
export function PlanDesigner({ value, draft, problem, onChange }: OwnControlProps) {
  const styles = useStyles();
  const { t, config } = useSession();
  const plan = (value ?? []) as Plan;
  const form = (draft['form'] ?? {}) as Schema;
  const shape = planShapeProblems(plan);
  const problems = shape.length > 0 ? shape : planProblems(plan, {
    form, groupId: draft['groupId'] as string | undefined, ownerId: draft['ownerId'] as string | undefined,
    // People are looked up by the server; groups are known here.
    isPerson: (id) => id !== '', actionProblems: missingFields, deciders: (id) => config.groups.find((group) => group.id === id)?.members.length, worksOn: (id) => config.groups.some((group) => group.id === id),
  });
  const whole = problems.filter(({ field }) => !plan.some(({ id }) => field === `plan.${id}`));
  return (
    <div className={styles.root}>
      <div className={styles.side}>
        {plan.map((stage, at) => <StageBox key={at} stage={stage} plan={plan} form={form} onChange={(next) => onChange(replaced(plan, at, next))} onRemove={() => onChange(plan.filter((_entry, index) => index !== at))} />)}
        <div>
          <Button size="small" icon={<Add16Regular aria-hidden />} onClick={() => onChange([...plan, { id: freeId('stage', plan), name: { en: '' } }])}>{t('setup.plan.addStage')}</Button>
        </div>
        <EditorProblem text={problem ?? (whole.map(({ code, params }) => t(`problem.${code}`, params)).join(' ') || undefined)} />
      </div>
      <FlowView plan={plan} problems={problems} />
    </div>
  );
}
