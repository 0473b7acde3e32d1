import { Button, Field, makeStyles, MessageBar, MessageBarBody, Spinner, Textarea, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Regular } from '@fluentui/react-icons/svg/checkmark-circle';
import { useRef, useState } from 'react';
import type { SeatView } from '../../../../shared/approvals/approval-views';
import type { RecordView } from '../../../../shared/kernel';
import { useActions } from '../../actions/ActionsProvider';
import { useText } from '../../lib/session';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '10px', padding: '14px 16px', borderRadius: tokens.borderRadiusLarge, border: `1px solid ${tokens.colorBrandStroke1}`, boxShadow: tokens.shadow4, backgroundColor: tokens.colorNeutralBackground1 },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  behalf: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
});

interface Props {
  readonly record: RecordView;
  /** The reader's seat; absent for tickets, which know one step. */
  readonly seat?: SeatView | undefined;
}

const VERBS = ['approve', 'reject', 'returnForInfo'] as const;

/** One decision that is the reader's, on anything but a change: consent, refusal with a reason, a question. */
export function DecideBox({ record, seat }: Props) {
  const styles = useStyles();
  const t = useText();
  const { perform } = useActions();
  const [comment, setComment] = useState('');
  const [problem, setProblem] = useState<string>();
  const [refused, setRefused] = useState<string>();
  const [busy, setBusy] = useState<string>();
  const box = useRef<HTMLTextAreaElement>(null);
  const verbs = VERBS.filter((verb) => record.can.includes(`${record.practice}.${verb}`));

  async function vote(verb: (typeof VERBS)[number]): Promise<void> {
    const said = comment.trim();
    if (!said && (verb !== 'approve' || seat?.needsConfirmation)) {
      setProblem(t('planning.inbox.reasonNeeded'));
      box.current?.focus();
      return;
    }
    setProblem(undefined);
    setBusy(verb);
    const input = { ...(seat && { step: seat.step, token: seat.token }), ...(said && { comment: said }), ...(verb === 'approve' && seat?.needsConfirmation && { isConfirmed: true }) };
    const done = await perform(record, `${record.practice}.${verb}`, input);
    setBusy(undefined);
    setRefused(done?.refused?.text);
  }

  return (
    <section className={styles.root} aria-label={t('planning.inbox.decide')} data-testid="decision">
      <h3 className={styles.title}>{seat ? t('planning.inbox.yourDecision', { step: seat.label }) : t('planning.inbox.decide')}</h3>
      {seat?.onBehalfOf && <p className={styles.behalf}>{t('planning.inbox.onBehalfOf', { name: seat.onBehalfOf })}</p>}
      {refused && (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{refused}</MessageBarBody>
        </MessageBar>
      )}
      <Field label={t('planning.inbox.comment')} hint={t('planning.inbox.comment.help')} validationMessage={problem ?? null} validationState={problem ? 'error' : 'none'}>
        <Textarea textarea={{ ref: box }} rows={2} resize="vertical" maxLength={2_000} value={comment} onChange={(_event, data) => setComment(data.value)} />
      </Field>
      <div className={styles.buttons}>
        {verbs.map((verb) => (
          <Button
            key={verb}
            appearance={verb === 'approve' ? 'primary' : verb === 'reject' ? 'secondary' : 'subtle'}
            disabled={busy !== undefined}
            data-verb={verb}
            icon={busy === verb ? <Spinner size="tiny" /> : verb === 'approve' ? <CheckmarkCircle20Regular aria-hidden /> : null}
            onClick={() => void vote(verb)}
          >
            {t(`action.${record.practice}.${verb}`)}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** One box for every seat of the reader: the own one, and those of people they stand in for. */
export function DecideBoxes({ record, seats }: { readonly record: RecordView; readonly seats: readonly SeatView[] }) {
  return seats.map((seat) => <DecideBox key={`${seat.step} ${seat.onBehalfOf ?? ''}`} record={record} seat={seat} />);
}
