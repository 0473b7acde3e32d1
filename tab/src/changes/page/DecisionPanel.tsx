import { Button, Field, makeStyles, Spinner, Textarea, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { useRef, useState } from 'react';
import type { SeatView } from '../../../../shared/approvals/approval-views';
import type { ChangeView } from '../../../../shared/changes/change-views';
import { useActions } from '../../actions/ActionsProvider';
import { Conflict } from '../../actions/Conflict';
import { useDates } from '../../lib/now';
import { useSession } from '../../lib/session';
import { Card } from './Card';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  card: { border: `1px solid ${tokens.colorBrandStroke1}`, boxShadow: tokens.shadow4 },
  body: { display: 'flex', flexDirection: 'column', gap: '10px' },
  why: { margin: 0, color: tokens.colorNeutralForeground2 },
  behalf: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface Refusal {
  readonly text: string;
  /** The version that was on the screen when the button was pressed. */
  readonly seen: number;
}

interface Props {
  readonly change: ChangeView;
  readonly seat: SeatView;
  onRefused(refusal: Refusal | undefined): void;
}

/** One decision that is the reader's: what it is about, why they are asked, and the three answers. */
function Decision({ change, seat, onRefused }: Props) {
  const styles = useStyles();
  const { t } = useSession();
  const dates = useDates();
  const { perform, start } = useActions();
  const [comment, setComment] = useState('');
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState<string>();
  const box = useRef<HTMLTextAreaElement>(null);
  const step = change.steps.find(({ id }) => id === seat.step);
  const can = (verb: string): boolean => change.can.includes(`changes.${verb}`);

  async function vote(verb: 'approve' | 'reject' | 'returnForInfo'): Promise<void> {
    const said = comment.trim();
    if (verb !== 'approve' && !said) {
      setProblem(t('changePage.decision.reasonNeeded'));
      box.current?.focus();
      return;
    }
    setProblem(undefined);
    const input = { step: seat.step, token: seat.token, ...(said && { comment: said }) };
    // A high risk is confirmed a second time, in a form of its own.
    if (verb === 'approve' && seat.needsConfirmation) return start({ record: change, action: 'changes.approve', initial: input });
    setBusy(verb);
    const done = await perform(change, `changes.${verb}`, input);
    setBusy(undefined);
    onRefused(done?.refused && { text: done.refused.text, seen: change.version });
  }

  const icon = (verb: string) => (busy === verb ? { icon: <Spinner size="tiny" /> } : {});
  return (
    <Card title={t('changePage.decision.title', { step: seat.label })} testId="decision" className={styles.card}>
      <div className={styles.body}>
        {seat.onBehalfOf && <p className={styles.behalf}>{t('changePage.decision.onBehalfOf', { person: seat.onBehalfOf })}</p>}
        {(step?.because || step?.dueAt) && (
          <p className={styles.why}>{[step.because && t('changePage.decision.because', { because: step.because }), step.dueAt && t('changePage.decision.until', { at: dates.short(step.dueAt) })].filter(Boolean).join(' ')}</p>
        )}
        <Field label={t(seat.needsConfirmation ? 'changePage.decision.comment.needed' : 'changePage.decision.comment')} validationMessage={problem ?? null} validationState={problem ? 'error' : 'none'}>
          <Textarea textarea={{ ref: box }} rows={2} resize="vertical" maxLength={2_000} value={comment} onChange={(_event, data) => setComment(data.value)} />
        </Field>
        <div className={styles.buttons}>
          {can('approve') && (
            <Button appearance="primary" icon={<CheckmarkCircle20Regular aria-hidden />} data-verb="approve" disabled={busy !== undefined} {...icon('approve')} onClick={() => void vote('approve')}>
              {t('action.changes.approve')}
            </Button>
          )}
          {can('reject') && (
            <Button data-verb="reject" disabled={busy !== undefined} {...icon('reject')} onClick={() => void vote('reject')}>
              {t('action.changes.reject')}
            </Button>
          )}
          {can('returnForInfo') && (
            <Button appearance="subtle" disabled={busy !== undefined} {...icon('returnForInfo')} onClick={() => void vote('returnForInfo')}>
              {t('action.changes.returnForInfo')}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}

/** Every decision about a change that waits for the reader; and why the last press did not count, also when nothing waits any more. */
export function DecisionPanel({ change }: { readonly change: ChangeView }) {
  const styles = useStyles();
  const [refusal, setRefusal] = useState<Refusal>();
  if (!refusal && change.mySeats.length === 0) return null;
  return (
    <div className={styles.root} data-no-print="">
      {refusal && <Conflict text={refusal.text} seen={refusal.seen} current={change} isGone={change.mySeats.length === 0} />}
      {change.mySeats.map((seat) => (
        <Decision key={`${seat.step} ${seat.onBehalfOf ?? ''}`} change={change} seat={seat} onRefused={setRefusal} />
      ))}
    </div>
  );
}
