import { ownVotes, peopleWords, seatViews, stepViews } from '../approvals';
import type { Directory } from '../catalog';
import { approvalWords, type ChangeSummary } from '../changes';
import type { Actor, ViewInput } from '../kernel';
import { nearTime, translator } from '../strings';
import type { FreezeException } from './freeze-exception';
import { exceptionSummaryOf } from './freeze-exception-derive';
import type { ExceptionEvent } from './freeze-exception-events';
import { exceptionTimeline } from './freeze-exception-timeline';
import type { ExceptionRow, ExceptionSummary, ExceptionView } from './freeze-exception-views';

function waitsFor(exception: ExceptionSummary, actor: Actor, config: Directory, now: string): string {
  const t = translator(actor.language);
  switch (exception.state) {
    case 'requested':
      return t('waits.approval', { people: peopleWords(exception.awaitedApproverIds, t, (id) => config.person(id)?.name ?? id) });
    case 'returned':
      return t('waits.exception.returned', { person: exception.requesterName });
    case 'approved':
      return t('waits.exception.holds', { until: nearTime(exception.expiresAt, now, actor.language, actor.zone) });
    case 'rejected':
    case 'expired':
    case 'withdrawn':
      return t('waits.nobody');
  }
}

/** A list row: names resolved, and nothing that belongs to single approvers. */
export function presentExceptionRow(summary: ExceptionSummary, actor: Actor, config: Directory, now: string): Omit<ExceptionRow, 'can'> {
  const { approverIds: _approvers, excludedApproverIds: _excluded, votedIds: _voted, exemption: _exemption, ...rest } = summary;
  const t = translator(actor.language);
  const freezeName = config.freeze(summary.freezeId)?.name ?? summary.freezeId;
  const changeTitle = (config.summary(summary.changeId) as ChangeSummary | undefined)?.title;
  return {
    ...rest, freezeName, title: t('freezeException.title', { freeze: freezeName, change: summary.changeId }), waitsFor: waitsFor(summary, actor, config, now),
    ...(changeTitle && { changeTitle }),
  };
}

/** The whole exception for one reader; `can` is added by the application. */
export function presentException({ record: exception, history, actor, config, now }: ViewInput<FreezeException, ExceptionEvent, Directory>): Omit<ExceptionView, 'can'> {
  const words = approvalWords(config, actor);
  const open = exception.state === 'requested' ? exception.approval : undefined;
  return {
    ...presentExceptionRow(exceptionSummaryOf(exception), actor, config, now),
    practice: 'freezeExceptions',
    changeTitle: exception.changeTitle,
    steps: stepViews(exception.approval, words),
    mySeats: seatViews(open, words),
    myVotes: ownVotes(open, actor.id),
    timeline: exceptionTimeline(history, actor, config),
  };
}
