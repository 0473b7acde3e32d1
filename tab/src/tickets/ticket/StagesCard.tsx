import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle20Regular } from '@fluentui/react-icons/svg/circle';
import { DismissCircle20Regular } from '@fluentui/react-icons/svg/dismiss-circle';
import { RecordStop20Regular } from '@fluentui/react-icons/svg/record-stop';
import { SubtractCircle20Regular } from '@fluentui/react-icons/svg/subtract-circle';
import type { FulfillmentView, StageView, TaskView } from '../../../../shared/tickets/fulfillment/fulfillment-views';
import type { TicketView } from '../../../../shared/tickets/ticket-views';
import { dayText, money } from '../../../../shared/strings/dates';
import { useActions } from '../../actions/ActionsProvider';
import { useDates } from '../../lib/now';
import { useSession } from '../../lib/session';

const useStyles = makeStyles({
  root: {
    display: 'flex', flexDirection: 'column', gap: '12px', padding: '14px 16px', marginBottom: '12px', backgroundColor: tokens.colorNeutralBackground1, borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2, border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  push: { marginLeft: 'auto' },
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '10px' },
  row: { display: 'flex', gap: '10px', alignItems: 'flex-start' },
  icon: { display: 'inline-flex', flexShrink: 0, color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
  now: { color: tokens.colorBrandForeground1 },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  over: { color: tokens.colorNeutralForeground3 },
  inner: { margin: '8px 0 0', padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  buttons: { display: 'flex', gap: '4px', flexShrink: 0, flexWrap: 'wrap' },
  block: { display: 'block' },
});

const STAGE_ICONS = { done: <CheckmarkCircle20Filled />, current: <RecordStop20Regular />, ahead: <Circle20Regular />, skipped: <SubtractCircle20Regular />, refused: <DismissCircle20Regular /> } as const;
const TASK_ICONS = {
  pending: <Circle20Regular />, open: <Circle20Regular />, inProgress: <RecordStop20Regular />, complete: <CheckmarkCircle20Filled />, incomplete: <DismissCircle20Regular />, skipped: <SubtractCircle20Regular />,
} as const;
const isOver = ({ state }: TaskView): boolean => state === 'complete' || state === 'incomplete' || state === 'skipped';

function TaskLine({ ticket, task }: { readonly ticket: TicketView; readonly task: TaskView }) {
  const styles = useStyles();
  const { t } = useSession();
  const dates = useDates();
  const { start } = useActions();
  const ended = isOver(task);
  const facts = [
    ended ? t('tab.task.closedBy', { state: t(`taskState.${task.state}`), person: task.closedByName ?? '' }) : (task.assigneeName ?? task.groupName),
    !ended && task.state !== 'open' && t(`taskState.${task.state}`),
    !ended && task.waitsFor.length > 0 && t('tab.task.after', { tasks: task.waitsFor.join(', ') }),
    !ended && task.dueAt && t('tab.task.due', { at: dates.short(task.dueAt) }),
    task.note,
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '');
  const press = (verb: 'startTask' | 'closeTask' | 'assignTask', more: object = {}): void => start({ record: ticket, action: `tickets.${verb}`, initial: { taskId: task.id, ...more } });
  return (
    <li className={styles.row} data-task={task.id}>
      <span className={mergeClasses(styles.icon, task.state === 'complete' && styles.good, task.state === 'incomplete' && styles.bad, task.state === 'inProgress' && styles.now)} role="img" aria-label={t(`taskState.${task.state}`)}>
        {TASK_ICONS[task.state]}
      </span>
      <span className={mergeClasses(styles.words, ended && styles.over)}>
        {task.title} {task.isLate && <Badge size="small" color="danger" appearance="tint">{t('tab.task.late')}</Badge>}
        <span className={mergeClasses(styles.quiet, styles.block)}>{facts.join(' · ')}</span>
      </span>
      {task.can.length > 0 && (
        <span className={styles.buttons}>
          {task.can.includes('start') && <Button size="small" onClick={() => press('startTask')}>{t('tab.task.start')}</Button>}
          {task.can.includes('close') && <Button size="small" onClick={() => press('closeTask', { state: 'complete' })}>{t('taskState.complete')}</Button>}
          {task.can.includes('assign') && <Button size="small" appearance="subtle" onClick={() => press('assignTask')}>{t('tab.task.assign')}</Button>}
        </span>
      )}
    </li>
  );
}

function Stage({ ticket, stage }: { readonly ticket: TicketView; readonly stage: StageView }) {
  const styles = useStyles();
  const { t } = useSession();
  const dates = useDates();
  const tone = { done: styles.good, current: styles.now, refused: styles.bad, ahead: undefined, skipped: undefined }[stage.state];
  return (
    <li className={styles.row} data-stage={stage.id} {...(stage.state === 'current' && { 'aria-current': 'step' as const })}>
      <span className={mergeClasses(styles.icon, tone)} role="img" aria-label={t(`stageState.${stage.state}`)}>
        {STAGE_ICONS[stage.state]}
      </span>
      <div className={styles.words}>
        <span className={mergeClasses(styles.name, (stage.state === 'ahead' || stage.state === 'skipped') && styles.over)}>{stage.name}</span>{' '}
        <span className={styles.quiet}>
          {t(`stageState.${stage.state}`)}
          {stage.enteredAt && ` · ${dates.short(stage.enteredAt)}`}
        </span>
        {stage.planned.length > 0 && <span className={mergeClasses(styles.quiet, styles.block)}>{stage.planned.join(' → ')}</span>}
        {stage.approvals.length + stage.tasks.length > 0 && (
          <ul className={styles.inner}>
            {stage.approvals.map((step) => (
              <li key={step.id} className={styles.row}>
                <span className={mergeClasses(styles.icon, step.state === 'approved' && styles.good, step.state === 'rejected' && styles.bad)} role="img" aria-label={t(`approvalState.${step.state}`)}>
                  {step.state === 'approved' ? <CheckmarkCircle20Filled /> : step.state === 'rejected' ? <DismissCircle20Regular /> : <Circle20Regular />}
                </span>
                <span className={styles.words}>
                  {t('tab.stage.consent', { step: step.label })}
                  <span className={mergeClasses(styles.quiet, styles.block)}>
                    {[...step.votes.map(({ name, comment }) => (comment ? `${name}: ${comment}` : name)), ...step.awaited.map(({ name }) => name), step.because].filter(Boolean).join(' · ')}
                  </span>
                </span>
              </li>
            ))}
            {stage.tasks.map((task) => (
              <TaskLine key={task.id} ticket={ticket} task={task} />
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}

function useFacts({ expectedAt, plannedCost, actualCost, currency = 'EUR', itemState }: FulfillmentView): readonly string[] {
  const { t, language } = useSession();
  const dates = useDates();
  const at = expectedAt && (expectedAt.length > 10 ? dates.short(expectedAt) : dayText(expectedAt, language));
  return [
    itemState && t(`itemState.${itemState}`),
    at && t('tab.stage.expected', { at }),
    plannedCost !== undefined && plannedCost > 0 && t('tab.stage.planned', { cost: money(plannedCost, currency, language) }),
    actualCost !== undefined && t('tab.stage.actual', { cost: money(actualCost, currency, language) }),
  ].filter((fact): fact is string => typeof fact === 'string');
}

/** How far a request has come: its stages, who agrees, and who does what until when; the tasks of an incident alike. */
export function StagesCard({ ticket }: { readonly ticket: TicketView }) {
  const canAdd = ticket.can.includes('tickets.addTask');
  if (!ticket.fulfillment) return null;
  return <Shown ticket={ticket} fulfillment={ticket.fulfillment} canAdd={canAdd} />;
}

function Shown({ ticket, fulfillment, canAdd }: { readonly ticket: TicketView; readonly fulfillment: FulfillmentView; readonly canAdd: boolean }) {
  const styles = useStyles();
  const { t } = useSession();
  const { start } = useActions();
  const facts = useFacts(fulfillment);
  const { stages, tasks } = fulfillment;
  return (
    <section className={styles.root} aria-label={t(stages.length > 0 ? 'tab.stage.title' : 'tab.task.title')} data-testid="stages">
      <div className={styles.head}>
        <h2 className={styles.title}>{t(stages.length > 0 ? 'tab.stage.title' : 'tab.task.title')}</h2>
        <span className={styles.quiet}>{facts.join(' · ')}</span>
        {canAdd && (
          <Button className={styles.push} size="small" appearance="subtle" icon={<Add16Regular aria-hidden />} onClick={() => start({ record: ticket, action: 'tickets.addTask' })}>
            {t('action.tickets.addTask')}
          </Button>
        )}
      </div>
      <ol className={styles.list}>
        {stages.map((stage) => (
          <Stage key={stage.id} ticket={ticket} stage={stage} />
        ))}
      </ol>
      {tasks.length > 0 && (
        <ul className={styles.list}>
          {tasks.map((task) => (
            <TaskLine key={task.id} ticket={ticket} task={task} />
          ))}
        </ul>
      )}
    </section>
  );
}
