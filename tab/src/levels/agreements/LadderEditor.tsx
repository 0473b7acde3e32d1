import { Button, Dropdown, Input, makeStyles, Option, Text, tokens, Tooltip } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons/svg/add';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import type { EscalationStep } from '../../../../shared/sla/agreement-schema';
import { useSession } from '../../lib/session';

const ACTS = ['notify', 'mention', 'reassign', 'raisePriority'] as const satisfies readonly EscalationStep['act'][];
const WHOM = ['assignee', 'group', 'leads', 'owner'] as const;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', minWidth: 0 },
  step: {
    display: 'grid', gridTemplateColumns: '92px minmax(150px, 1fr) minmax(150px, 1.4fr) 32px', gap: '8px', alignItems: 'center', padding: '8px 10px', borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`, backgroundColor: tokens.colorNeutralBackground2,
    '@media (max-width: 639px)': { gridTemplateColumns: '92px minmax(0, 1fr) 32px' },
  },
  narrow: { minWidth: 0 },
  rest: { minWidth: 0, '@media (max-width: 639px)': { gridColumn: '1 / -1', gridRow: 2 } },
  problem: { color: tokens.colorPaletteRedForeground1, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly ladder: readonly EscalationStep[];
  readonly problem?: string | undefined;
  onChange(ladder: readonly EscalationStep[]): void;
}

/** Only what its act needs, so that a changed mind leaves nothing behind. */
function withAct({ percent, whom, groupId }: EscalationStep, act: EscalationStep['act']): EscalationStep {
  if (act === 'reassign') return { percent, act, ...(groupId && { groupId }) };
  if (act === 'raisePriority') return { percent, act };
  return { percent, act, whom: whom ?? ['assignee'] };
}

/** What happens at which share of the time. */
export function LadderEditor({ ladder, problem, onChange }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const put = (index: number, step: EscalationStep): void => onChange(ladder.map((old, at) => (at === index ? step : old)));
  return (
    <div className={styles.root} data-field="ladder">
      {ladder.length === 0 && <Text>{t('levels.form.ladder.none')}</Text>}
      {ladder.map((step, index) => (
        <div key={index} role="group" aria-label={t('levels.form.ladder.step', { number: index + 1 })} className={styles.step}>
          <Input
            type="number"
            min={1}
            className={styles.narrow}
            contentAfter="%"
            aria-label={t('levels.form.ladder.percent')}
            value={step.percent ? String(step.percent) : ''}
            onChange={(_event, data) => put(index, { ...step, percent: Number(data.value) })}
          />
          <Dropdown
            className={styles.narrow}
            aria-label={t('levels.form.ladder.act')}
            value={t(`escalationAct.${step.act}`)}
            selectedOptions={[step.act]}
            onOptionSelect={(_event, data) => put(index, withAct(step, data.optionValue as EscalationStep['act']))}
          >
            {ACTS.map((act) => (
              <Option key={act} value={act}>
                {t(`escalationAct.${act}`)}
              </Option>
            ))}
          </Dropdown>
          <div className={styles.rest}>
            <Target step={step} onChange={(changed) => put(index, changed)} />
          </div>
          <Tooltip content={t('levels.form.ladder.remove', { number: index + 1 })} relationship="label">
            <Button appearance="subtle" icon={<Dismiss20Regular />} onClick={() => onChange(ladder.filter((_old, at) => at !== index))} />
          </Tooltip>
        </div>
      ))}
      <div>
        <Button size="small" icon={<Add16Regular aria-hidden />} onClick={() => onChange([...ladder, { percent: ladder.length === 0 ? 75 : 100, act: 'notify', whom: ['assignee'] }])}>
          {t('levels.form.ladder.add')}
        </Button>
      </div>
      {problem && (
        <span role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </div>
  );
}

function Target({ step, onChange }: { readonly step: EscalationStep; onChange(step: EscalationStep): void }) {
  const styles = useStyles();
  const { t, config } = useSession();
  if (step.act === 'raisePriority') return null;
  if (step.act === 'reassign') {
    const chosen = config.groups.find((group) => group.id === step.groupId);
    return (
      <Dropdown
        className={styles.narrow}
        aria-label={t('levels.form.ladder.group')}
        placeholder={t('levels.form.ladder.group')}
        value={chosen?.name ?? ''}
        selectedOptions={chosen ? [chosen.id] : []}
        onOptionSelect={(_event, data) => data.optionValue && onChange({ ...step, groupId: data.optionValue })}
      >
        {config.groups.map((group) => (
          <Option key={group.id} value={group.id}>
            {group.name}
          </Option>
        ))}
      </Dropdown>
    );
  }
  const whom = step.whom ?? [];
  return (
    <Dropdown
      multiselect
      className={styles.narrow}
      aria-label={t('levels.form.ladder.whom')}
      placeholder={t('levels.form.ladder.whom')}
      value={whom.map((who) => t(`escalationWhom.${who}`)).join(', ')}
      selectedOptions={[...whom]}
      onOptionSelect={(_event, data) => onChange({ ...step, whom: WHOM.filter((who) => data.selectedOptions.includes(who)) })}
    >
      {WHOM.map((who) => (
        <Option key={who} value={who}>
          {t(`escalationWhom.${who}`)}
        </Option>
      ))}
    </Dropdown>
  );
}
