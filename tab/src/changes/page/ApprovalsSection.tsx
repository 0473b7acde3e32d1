import { Button, Checkbox, makeStyles, mergeClasses, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Clock16Regular } from '@fluentui/react-icons/svg/clock';
import { DismissCircle16Filled } from '@fluentui/react-icons/svg/dismiss-circle';
import { QuestionCircle16Filled } from '@fluentui/react-icons/svg/question-circle';
import { Circle16Regular } from '@fluentui/react-icons/svg/circle';
import { useState } from 'react';
import type { StepView } from '../../../../shared/approvals/approval-views';
import type { ChangeView } from '../../../../shared/changes/change-views';
import { useActions } from '../../actions/ActionsProvider';
import { useDates } from '../../lib/now';
import { useSession } from '../../lib/session';
import { Section } from '../../parts/Panel';
import { PlainText } from '../../parts/PlainText';
import { When } from '../../parts/When';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '14px' },
  step: { display: 'flex', gap: '8px', alignItems: 'flex-start' },
  later: { color: tokens.colorNeutralForeground3 },
  icon: { display: 'inline-flex', marginTop: '2px', flexShrink: 0, color: tokens.colorNeutralForeground3 },
  approved: { color: tokens.colorStatusSuccessForeground1 },
  rejected: { color: tokens.colorStatusDangerForeground1 },
  words: { minWidth: 0, flexGrow: 1, overflowWrap: 'anywhere' },
  label: { fontWeight: tokens.fontWeightSemibold },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  votes: { margin: '4px 0 0', padding: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: '4px', fontSize: tokens.fontSizeBase200 },
  comment: { display: 'block', whiteSpace: 'pre-wrap', color: tokens.colorNeutralForeground2 },
  awaited: { display: 'block', fontSize: tokens.fontSizeBase200, marginTop: '2px' },
  present: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', marginTop: '6px' },
  button: { marginTop: '6px', minWidth: 0 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '6px', marginTop: '6px' },
});

const ICONS: Readonly<Record<StepView['state'], React.JSX.Element>> = {
  waiting: <Circle16Regular />, requested: <Clock16Regular />, approved: <CheckmarkCircle16Filled />, rejected: <DismissCircle16Filled />, returned: <QuestionCircle16Filled />, expired: <DismissCircle16Filled />,
};

interface StepProps {
  readonly change: ChangeView;
  readonly step: StepView;
}

/** Who was there when a board voted: only they count. */
function PresentForm({ change, step, onClose }: StepProps & { onClose(): void }) {
  const styles = useStyles();
  const { t } = useSession();
  const { perform } = useActions();
  const [isBusy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const people = [...step.votes.map(({ personId, name }) => ({ id: personId, name })), ...step.awaited];
  const [present, setPresent] = useState<readonly string[]>(step.votes.map(({ personId }) => personId));
  const toggle = (id: string, isThere: boolean): void => setPresent((now) => (isThere ? [...now, id] : now.filter((entry) => entry !== id)));
  // Everything has been asked here: a dialog would only ask once more.
  async function closeVote(): Promise<void> {
    setBusy(true);
    const done = await perform(change, 'changes.closeVote', { step: step.id, presentIds: present });
    setBusy(false);
    setRefused(done?.refused?.text);
    if (done && !done.refused) onClose();
  }
  return (
    <div className={styles.present} role="group" aria-label={t('changePage.vote.present')}>
      <span className={styles.quiet}>{t('changePage.vote.present')}</span>
      {people.map(({ id, name }) => (
        <Checkbox key={id} label={name} checked={present.includes(id)} onChange={(_event, data) => toggle(id, data.checked === true)} />
      ))}
      {refused && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{refused}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        <Button size="small" appearance="primary" disabled={present.length === 0 || isBusy} onClick={() => void closeVote()}>
          {t('action.changes.closeVote')}
        </Button>
        <Button size="small" disabled={isBusy} onClick={onClose}>
          {t('tab.back')}
        </Button>
      </div>
    </div>
  );
}

function Step({ change, step }: StepProps) {
  const styles = useStyles();
  const { t } = useSession();
  const dates = useDates();
  const { start } = useActions();
  const [isClosing, setClosing] = useState(false);
  const isUp = step.state === 'requested';
  const isOver = step.state === 'rejected' || step.state === 'returned' || step.state === 'expired';
  const names = step.awaited.map(({ name, isRequired, escalatedToName: other }) => {
    const words = other ? t('changePage.step.escalated', { name, other }) : name;
    return isRequired ? t('changePage.step.required', { name: words }) : words;
  });
  return (
    <li className={mergeClasses(styles.step, step.state === 'waiting' && styles.later)} data-step={step.id} data-state={step.state}>
      <span className={mergeClasses(styles.icon, step.state === 'approved' && styles.approved, isOver && styles.rejected)} aria-hidden="true">
        {ICONS[step.state]}
      </span>
      <div className={styles.words}>
        <span className={styles.label}>{step.label}</span>
        <span className={styles.quiet}>{[t(`changePage.stepState.${step.state}`), step.quorum, step.because].filter(Boolean).join(' · ')}</span>
        {step.votes.length > 0 && (
          <ul className={styles.votes}>
            {step.votes.map((vote) => (
              <li key={vote.personId}>
                {vote.byName ? t('changePage.vote.for', { by: vote.byName, person: vote.name }) : vote.name}: {t(`vote.${vote.decision}`)} <When at={vote.at} className={styles.later} />
                {vote.comment && (
                  <span className={styles.comment}>
                    <PlainText text={vote.comment} />
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
        {isUp && names.length > 0 && <span className={styles.awaited}>{t('changePage.step.awaited', { names: names.join(', ') })}</span>}
        {isUp && step.dueAt && <span className={styles.quiet}>{t('changePage.decision.until', { at: dates.short(step.dueAt) })}</span>}
        {change.myVotes.includes(step.id) && change.can.includes('changes.withdrawVote') && (
          <Button size="small" className={styles.button} onClick={() => start({ record: change, action: 'changes.withdrawVote', initial: { step: step.id } })}>
            {t('action.changes.withdrawVote')}
          </Button>
        )}
        {isUp && step.isBoard && change.can.includes('changes.closeVote') && !isClosing && (
          <Button size="small" className={styles.button} onClick={() => setClosing(true)}>
            {t('action.changes.closeVote')}
          </Button>
        )}
        {isClosing && isUp && <PresentForm change={change} step={step} onClose={() => setClosing(false)} />}
      </div>
    </li>
  );
}

/** Who has to agree, why, who did, and whom it waits for, stage by stage. */
export function ApprovalsSection({ change }: { readonly change: ChangeView }) {
  const styles = useStyles();
  const { t } = useSession();
  if (change.steps.length === 0) return null;
  const steps = [...change.steps].sort((left, right) => left.stage - right.stage);
  return (
    <Section title={t('changePage.part.approvals')}>
      <ol className={styles.list} data-testid="approvals">
        {steps.map((step) => (
          <Step key={step.id} change={change} step={step} />
        ))}
      </ol>
    </Section>
  );
}
