import { Button, Field, makeStyles, Radio, RadioGroup, Spinner, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ChangeView } from '../../../../shared/changes/change-views';
import { ITEM_DECISIONS, type ItemDecision } from '../../../../shared/meetings/meeting-schema';
import type { AgendaItem, MeetingView } from '../../../../shared/meetings/meeting-views';
import { errorText } from '../../lib/error-text';
import { useRecord } from '../../lib/records';
import { useSession } from '../../lib/session';
import { Placeholder } from '../../parts/Placeholder';
import { ChangeBrief } from '../inbox/ChangeBrief';
import { nextItem } from './timer';
import { useRun } from './use-run';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '18px', minWidth: 0 },
  chair: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '14px 16px', borderRadius: tokens.borderRadiusLarge, backgroundColor: tokens.colorNeutralBackground2, border: `1px solid ${tokens.colorNeutralStroke2}` },
  heading: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

/** What the votes say so far. */
function decisionOf(change: ChangeView | undefined): ItemDecision | undefined {
  const state = change?.steps.find(({ isBoard }) => isBoard)?.state;
  return state === 'approved' ? 'approved' : state === 'rejected' ? 'rejected' : state === 'returned' ? 'needsInfo' : undefined;
}

interface Props {
  readonly meeting: MeetingView;
  readonly item: AgendaItem;
}

/** The change whose turn it is: what is known about it, the votes as they come in, and what the chair writes down. */
export function OpenItem({ meeting, item }: Props) {
  const styles = useStyles();
  const { t, records } = useSession();
  const { record: change, error, isLoading } = useRecord<ChangeView>(records, 'changes', item.changeId);
  return (
    <div className={styles.root} data-testid="open-item">
      {(meeting.can.includes('meetings.recordDecision') || change?.can.includes('changes.closeVote')) && <Chair key={item.changeId} meeting={meeting} item={item} change={change} />}
      {change && <ChangeBrief change={change} />}
      {!change && !error && <Placeholder label={t('tab.loading')} widths={[70, 96, 88]} />}
      {!change && error && !isLoading && <span>{error.status === 404 ? t('planning.meeting.notYours') : errorText(error, t)}</span>}
    </div>
  );
}

function Chair({ meeting, item, change }: Props & { readonly change: ChangeView | undefined }) {
  const styles = useStyles();
  const { t } = useSession();
  const { run, isBusy } = useRun();
  const [chosen, setChosen] = useState<ItemDecision>();
  const [note, setNote] = useState(item.note ?? '');
  const board = change?.steps.find(({ isBoard, state }) => isBoard && state === 'requested');
  const canClose = board !== undefined && change?.can.includes('changes.closeVote');
  const decision = chosen ?? item.decision ?? decisionOf(change);
  const next = nextItem(meeting.items, item.changeId);

  const closeVote = async (): Promise<void> => {
    if (change && board) await run('changes.closeVote', change, { step: board.id, presentIds: meeting.presentIds });
  };
  async function record(): Promise<void> {
    if (!decision) return;
    const text = note.trim();
    const done = await run<MeetingView>('meetings.recordDecision', meeting, { changeId: item.changeId, decision, ...(text && { note: text }) });
    if (done && next) await run('meetings.openItem', done, { changeId: next.changeId });
  }

  return (
    <section className={styles.chair} aria-label={t('planning.meeting.chair')}>
      <h2 className={styles.heading}>{t('planning.meeting.chair')}</h2>
      {canClose && (
        <div className={styles.line}>
          <Button disabled={isBusy || meeting.presentIds.length === 0} onClick={() => void closeVote()}>
            {t('action.changes.closeVote')}
          </Button>
          <span className={styles.quiet}>
            {meeting.presentIds.length === 0 ? t('planning.meeting.nobodyPresent') : t('planning.meeting.closeVote.help', { votes: board.votes.length, present: meeting.presentIds.length })}
          </span>
        </div>
      )}
      {meeting.can.includes('meetings.recordDecision') && (
        <>
          <Field label={t('field.meeting.decision')} required>
            <RadioGroup layout="horizontal" style={{ flexWrap: 'wrap' }} value={decision ?? ''} onChange={(_event, data) => setChosen(data.value as ItemDecision)}>
              {ITEM_DECISIONS.map((name) => (
                <Radio key={name} value={name} label={t(`itemDecision.${name}`)} />
              ))}
            </RadioGroup>
          </Field>
          <Field label={t('field.meeting.itemNote')}>
            <Textarea rows={2} resize="vertical" maxLength={4_000} value={note} onChange={(_event, data) => setNote(data.value)} />
          </Field>
          <div className={styles.line}>
            <Button appearance="primary" disabled={!decision || isBusy} {...(isBusy && { icon: <Spinner size="tiny" /> })} onClick={() => void record()}>
              {t(next ? 'planning.meeting.recordAndNext' : 'planning.meeting.record')}
            </Button>
            {next && <span className={styles.quiet}>{t('planning.meeting.nextIs', { title: next.title })}</span>}
          </div>
        </>
      )}
    </section>
  );
}
