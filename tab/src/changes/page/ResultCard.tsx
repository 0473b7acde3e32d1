import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ChangeView } from '../../../../shared/changes/change-views';
import { useActions } from '../../actions/ActionsProvider';
import { useDates } from '../../lib/now';
import { useSession } from '../../lib/session';
import { Fact, Facts } from '../../parts/Panel';
import { Card } from './Card';
import { TextPart } from './TextPart';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '14px' },
  due: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** How it went, and what was found when it was looked at again. */
export function ResultCard({ change }: { readonly change: ChangeView }) {
  const styles = useStyles();
  const { t } = useSession();
  const dates = useDates();
  const { start } = useActions();
  const { review, outcome } = change;
  if (!outcome && change.state !== 'review') return null;
  const yesNo = (value: boolean | undefined): string | undefined => (value === undefined ? undefined : t(value ? 'answer.yes' : 'answer.no'));
  const reasons = change.reviewReasons.map((reason) => t(`reviewReason.${reason}`)).join(', ');
  return (
    <Card title={t('changePage.part.result')} testId="result">
      <div className={styles.root}>
        <Facts>
          <Fact label={t('field.change.outcome')}>{outcome && t(`outcome.${outcome}`)}</Fact>
          <Fact label={t('field.change.actualStart')}>{change.actualStart && dates.exact(change.actualStart)}</Fact>
          <Fact label={t('field.change.actualEnd')}>{change.actualEnd && dates.exact(change.actualEnd)}</Fact>
          <Fact label={t('field.change.isBackoutUsed')}>{yesNo(change.isBackoutUsed)}</Fact>
          <Fact label={t('field.change.actualOutageMinutes')}>{change.actualOutageMinutes === undefined ? undefined : String(change.actualOutageMinutes)}</Fact>
          <Fact label={t('field.change.objectivesMet')}>{review && t(`objectivesMet.${review.objectivesMet}`)}</Fact>
          <Fact label={t('field.change.backoutWorked')}>{review?.isBackoutWorking && t(`backoutWorked.${review.isBackoutWorking}`)}</Fact>
          <Fact label={t('field.change.isStandardCandidate')}>{yesNo(review?.isStandardCandidate)}</Fact>
          <Fact label={t('changePage.review.by')}>{review && `${review.byName}, ${dates.short(review.at)}`}</Fact>
        </Facts>
        {change.finishNotes && <TextPart label={t('field.change.finishNotes')} text={change.finishNotes} />}
        {review?.rootCause && <TextPart label={t('field.change.rootCause')} text={review.rootCause} />}
        {review?.lessons && <TextPart label={t('field.change.lessons')} text={review.lessons} />}
        {review?.followUps && <TextPart label={t('field.change.followUps')} text={review.followUps} />}
        {change.state === 'review' && reasons && (
          <p className={styles.due}>
            {t('changePage.review.because', { reasons })} {change.reviewDueAt && t('changePage.review.due', { at: dates.short(change.reviewDueAt) })}
          </p>
        )}
        {change.can.includes('changes.completeReview') && (
          <div>
            <Button onClick={() => start({ record: change, action: 'changes.completeReview' })}>{t('action.changes.completeReview')}</Button>
          </div>
        )}
      </div>
    </Card>
  );
}
