import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock16Regular } from '@fluentui/react-icons/svg/clock';
import { DismissCircle16Filled } from '@fluentui/react-icons/svg/dismiss-circle';
import type { StepView } from '../../../../shared/approvals/approval-views';
import { useText } from '../../lib/session';
import { When } from '../../parts/When';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '10px', fontSize: tokens.fontSizeBase200 },
  step: { display: 'flex', flexDirection: 'column', gap: '3px' },
  head: { display: 'flex', flexWrap: 'wrap', gap: '2px 8px', fontSize: tokens.fontSizeBase300 },
  label: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  vote: { display: 'flex', gap: '6px', alignItems: 'flex-start', overflowWrap: 'anywhere', minWidth: 0 },
  icon: { display: 'inline-flex', marginTop: '1px', flexShrink: 0 },
  yes: { color: tokens.colorStatusSuccessForeground1 },
  no: { color: tokens.colorStatusDangerForeground1 },
});

/** Who is asked, who has decided what, and why they are asked. */
export function Steps({ steps }: { readonly steps: readonly StepView[] }) {
  const styles = useStyles();
  const t = useText();
  return (
    <ol className={styles.list} aria-label={t('planning.inbox.steps')}>
      {steps.map((step) => (
        <li key={step.id} className={styles.step} data-step={step.id} data-state={step.state}>
          <div className={styles.head}>
            <span className={styles.label}>{step.label}</span>
            <span>{t(`planning.step.${step.state}`)}</span>
            <span className={styles.quiet}>{step.quorum}</span>
          </div>
          {step.because && <span className={styles.quiet}>{step.because}</span>}
          {step.votes.map((vote) => (
            <span key={`${vote.personId} ${vote.at}`} className={styles.vote}>
              <span className={`${styles.icon} ${vote.decision === 'approved' ? styles.yes : styles.no}`} role="img" aria-label={t(`planning.voted.${vote.decision}`)}>
                {vote.decision === 'approved' ? <CheckmarkCircle16Filled /> : <DismissCircle16Filled />}
              </span>
              <span>
                {vote.byName ? t('planning.inbox.votedFor', { name: vote.byName, other: vote.name }) : vote.name}
                {vote.comment && <> · “{vote.comment}”</>} <When at={vote.at} className={styles.quiet} />
              </span>
            </span>
          ))}
          {step.awaited.length > 0 && (
            <span className={styles.vote}>
              <span className={`${styles.icon} ${styles.quiet}`} aria-hidden="true">
                <Clock16Regular />
              </span>
              <span className={styles.quiet}>{t('planning.inbox.awaited', { names: step.awaited.map(({ name, escalatedToName: other }) => (other ? t('planning.inbox.escalated', { name, other }) : name)).join(', ') })}</span>
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}
