import { Button, makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Circle20Regular } from '@fluentui/react-icons/svg/circle';
import { Edit16Regular } from '@fluentui/react-icons/svg/edit';
import { SubtractCircle20Regular } from '@fluentui/react-icons/svg/subtract-circle';
import type { ChangeView } from '../../../../shared/changes/change-views';
import { useActions } from '../../actions/ActionsProvider';
import { useDates } from '../../lib/now';
import { useSession } from '../../lib/session';
import { Card } from './Card';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '8px' },
  item: { display: 'flex', gap: '10px', alignItems: 'flex-start' },
  icon: { display: 'inline-flex', flexShrink: 0, color: tokens.colorNeutralForeground3 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  over: { color: tokens.colorNeutralForeground3 },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  none: { color: tokens.colorNeutralForeground3 },
});

const ICONS = { open: <Circle20Regular />, done: <CheckmarkCircle20Filled />, skipped: <SubtractCircle20Regular /> } as const;

type Task = ChangeView['tasks'][number];

function TaskLine({ change, task }: { readonly change: ChangeView; readonly task: Task }) {
  const styles = useStyles();
  const { t } = useSession();
  const dates = useDates();
  const { start } = useActions();
  const isOpen = task.state === 'open';
  const who = task.assigneeName ?? task.groupName;
  const facts = [
    t(`changeTask.${task.kind}`),
    isOpen ? who : t('changePage.task.closedBy', { state: t(`changeTaskState.${task.state}`), person: task.closedByName ?? '' }),
    isOpen && task.dueAt && t('changePage.task.due', { at: dates.short(task.dueAt) }),
    task.note,
  ].filter(Boolean);
  const { title, kind, groupId, assigneeId, dueAt } = task;
  return (
    <li className={styles.item} data-task={task.id}>
      <span className={mergeClasses(styles.icon, task.state === 'done' && styles.done)} role="img" aria-label={t(`changeTaskState.${task.state}`)}>
        {ICONS[task.state]}
      </span>
      <span className={mergeClasses(styles.words, !isOpen && styles.over)}>
        {task.title}
        <span className={styles.quiet}>{facts.join(' · ')}</span>
      </span>
      {isOpen && change.can.includes('changes.changeTask') && (
        <Tooltip content={t('changePage.task.edit', { task: task.title })} relationship="label" withArrow>
          <Button size="small" appearance="subtle" icon={<Edit16Regular />} onClick={() => start({ record: change, action: 'changes.changeTask', initial: { taskId: task.id, title, kind, groupId, assigneeId, dueAt } })} />
        </Tooltip>
      )}
      {isOpen && change.can.includes('changes.closeTask') && (
        <Button size="small" aria-label={t('changePage.task.close', { task: task.title })} onClick={() => start({ record: change, action: 'changes.closeTask', initial: { taskId: task.id } })}>
          {t('changeTaskState.done')}
        </Button>
      )}
    </li>
  );
}

/** What has to be done, step by step, by whom. */
export function TasksCard({ change }: { readonly change: ChangeView }) {
  const styles = useStyles();
  const { t } = useSession();
  const { start } = useActions();
  const canAdd = change.can.includes('changes.addTask');
  if (change.tasks.length === 0 && !canAdd) return null;
  const done = change.tasks.filter(({ state }) => state !== 'open').length;
  const add = canAdd && (
    <Button size="small" appearance="subtle" icon={<Add16Regular aria-hidden />} onClick={() => start({ record: change, action: 'changes.addTask' })}>
      {t('action.changes.addTask')}
    </Button>
  );
  return (
    <Card title={change.tasks.length > 0 ? t('changePage.part.tasksOf', { done, count: change.tasks.length }) : t('changePage.part.tasks')} testId="tasks" aside={add || undefined}>
      {change.tasks.length === 0 && <span className={styles.none}>{t('tab.none')}</span>}
      <ul className={styles.list}>
        {change.tasks.map((task) => (
          <TaskLine key={task.id} change={change} task={task} />
        ))}
      </ul>
    </Card>
  );
}
