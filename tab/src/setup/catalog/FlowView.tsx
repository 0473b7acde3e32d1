import { Badge, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDown20Regular } from '@fluentui/react-icons/svg/arrow-down';
import { CALL_WEBHOOK, wordsIn, type Plan, type PlanStage, type PlanStep } from '../../../../shared/catalog/plan-schema';
import type { FieldProblem } from '../../../../shared/kernel';
import { useSession } from '../../lib/session';
import { useEntryName } from '../../registers/names';

const useStyles = makeStyles({
  flow: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', margin: 0, padding: 0, listStyle: 'none', maxWidth: '560px', alignSelf: 'start', position: 'sticky', top: '8px' },
  arrow: { alignSelf: 'center', display: 'flex', flexDirection: 'column', alignItems: 'center', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, padding: '2px 0' },
  stage: { display: 'flex', flexDirection: 'column', gap: '6px', padding: '10px 14px', borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorNeutralStroke1}`, backgroundColor: tokens.colorNeutralBackground2 },
  wrong: { border: `2px solid ${tokens.colorStatusDangerBorder1}` },
  name: { fontWeight: tokens.fontWeightSemibold },
  row: { display: 'flex', flexWrap: 'wrap', gap: '4px 6px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  problem: { color: tokens.colorStatusDangerForeground1, fontSize: tokens.fontSizeBase200 },
  end: { alignSelf: 'center', padding: '4px 16px', borderRadius: tokens.borderRadiusCircular, border: `1px solid ${tokens.colorNeutralStroke1}`, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly plan: Plan;
  readonly problems: readonly FieldProblem[];
}

/** Rows of tasks: those beside each other have the same predecessors behind them. */
function levelsOf(stage: PlanStage): readonly (readonly string[])[] {
  const tasks = stage.tasks ?? [];
  const level = new Map<string, number>();
  const depth = (id: string, seen: readonly string[]): number => {
    if (level.has(id) || seen.includes(id)) return level.get(id) ?? 0;
    const own = tasks.find((task) => task.id === id);
    const found = own ? Math.max(-1, ...(own.after ?? []).map((other) => depth(other, [...seen, id]))) + 1 : 0;
    level.set(id, found);
    return found;
  };
  tasks.forEach(({ id }) => depth(id, []));
  return [...new Set(level.values())].sort((left, right) => left - right).map((row) => tasks.filter(({ id }) => level.get(id) === row).map(({ id }) => id));
}

/** What happens by itself, in a few words. */
function StepLine({ step }: { readonly step: PlanStep }) {
  const styles = useStyles();
  const { t } = useSession();
  const webhookId = step.kind === 'action' && step.action === CALL_WEBHOOK && typeof step.input.webhookId === 'string' ? step.input.webhookId : undefined;
  return (
    <span className={styles.quiet}>
      <span aria-hidden>⚙ </span>
      {step.kind === 'action' ? t(`action.${step.action}`) : t(`planStep.${step.kind}`)}
      {webhookId && <>{': '}<WebhookName id={webhookId} /></>}
      {step.kind === 'action' && step.ifRefused === 'stop' && ` · ${t('setup.plan.stops')}`}
    </span>
  );
}

function WebhookName({ id }: { readonly id: string }) {
  return useEntryName({ practice: 'webhooks', id });
}

/** The plan as it flows: stages from top to bottom, who agrees, what is done beside and after each other, and where a refusal leads. */
export function FlowView({ plan, problems }: Props) {
  const styles = useStyles();
  const { t, language } = useSession();
  const nameOf = (id: string): string => { const stage = plan.find((entry) => entry.id === id); return stage ? wordsIn(stage.name, language) : id; };
  return (
    <ol className={styles.flow} aria-label={t('setup.plan.flow')} data-testid="flow">
      {plan.map((stage, index) => {
        const own = problems.filter(({ field }) => field === `plan.${stage.id}`);
        const isLast = index === plan.length - 1;
        const leads = stage.next === undefined ? undefined : stage.next === 'done' ? t('setup.plan.toEnd') : t('setup.plan.to', { stage: nameOf(stage.next) });
        const refused = stage.onRefusal ?? 'end';
        return (
          <li key={index} style={{ display: 'contents' }}>
            <div className={mergeClasses(styles.stage, own.length > 0 && styles.wrong)} data-stage={stage.id}>
              <span className={styles.row}>
                <span className={styles.name}>{wordsIn(stage.name, language) || stage.id}</span>
                {stage.conditions && <Badge size="small" appearance="outline">{t('setup.plan.sometimes')}</Badge>}
              </span>
              {(stage.approvals ?? []).length > 0 && (
                <span className={styles.row}>
                  {(stage.approvals ?? []).map(({ id, conditions }) => <Badge key={id} appearance="tint" color="brand">{t('setup.plan.consentOf', { id })}{conditions ? ' ?' : ''}</Badge>)}
                  <span className={styles.quiet}>{t('setup.plan.refused', { to: refused === 'end' ? t('setup.plan.refusalEnds') : refused === 'return' ? t('setup.plan.refusalReturns') : nameOf(refused) })}</span>
                </span>
              )}
              {(stage.steps ?? []).map((step) => <StepLine key={step.id} step={step} />)}
              {levelsOf(stage).map((row, level) => (
                <span key={level} className={styles.row}>
                  {level > 0 && <span className={styles.quiet} aria-hidden>↳</span>}
                  {row.map((id) => {
                    const task = stage.tasks!.find((entry) => entry.id === id)!;
                    return <Badge key={id} appearance="outline" color="informative">{wordsIn(task.title, language) || id}{task.conditions ? ' ?' : ''}</Badge>;
                  })}
                </span>
              ))}
              {own.map(({ code, params }, at) => <span key={at} className={styles.problem} role="alert">{t(`problem.${code}`, params)}</span>)}
            </div>
            <span className={styles.arrow}>
              <ArrowDown20Regular aria-hidden />
              {leads}
            </span>
            {isLast && <span className={styles.end}>{t('setup.plan.end')}</span>}
          </li>
        );
      })}
    </ol>
  );
}
