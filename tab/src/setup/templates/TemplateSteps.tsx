import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import type { StepView } from '../../../../shared/approvals/approval-views';
import { useDates } from '../../lib/now';
import { useSession } from '../../lib/session';
import { Sheet } from '../../parts/Sheet';
import { When } from '../../parts/When';

const COLORS = { waiting: 'informative', requested: 'warning', approved: 'success', rejected: 'danger', returned: 'warning', expired: 'danger' } as const satisfies Record<StepView['state'], string>;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '12px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 8px' },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  votes: { margin: '2px 0 0', paddingLeft: '20px' },
});

/** Who has to agree to a template, who did, and whom it waits for. */
export function TemplateSteps({ steps }: { readonly steps: readonly StepView[] }) {
  const styles = useStyles();
  const { t, language } = useSession();
  const dates = useDates();
  return (
    <Sheet title={t('setup.templates.approval')}>
      <ol className={styles.list}>
        {steps.map((step) => (
          <li key={step.id} data-step={step.id} data-state={step.state}>
            <span className={styles.head}>
              <span className={styles.name}>{step.label}</span>
              <Badge appearance="tint" color={COLORS[step.state]}>
                {t(`setup.step.${step.state}`)}
              </Badge>
              <span className={styles.quiet}>{[step.quorum, step.because].filter(Boolean).join(' · ')}</span>
            </span>
            {step.votes.length > 0 && (
              <ul className={styles.votes}>
                {step.votes.map((vote) => (
                  <li key={vote.personId}>
                    {vote.name}: {t(`setup.vote.${vote.decision}`)} <When at={vote.at} className={styles.quiet} />
                    {vote.comment && ` — ${vote.comment}`}
                  </li>
                ))}
              </ul>
            )}
            {step.awaited.length > 0 && (
              <div>{t('setup.step.awaits', { names: new Intl.ListFormat(language).format(step.awaited.map(({ name }) => name)) })}</div>
            )}
            {step.dueAt && <div className={styles.quiet}>{t('setup.step.until', { at: dates.exact(step.dueAt) })}</div>}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
