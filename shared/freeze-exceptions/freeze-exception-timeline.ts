import { ballotLine } from '../approvals';
import type { Directory } from '../catalog';
import type { Actor } from '../kernel';
import { timeRange, translator } from '../strings';
import type { ExceptionEvent, RecordedExceptionEvent } from './freeze-exception-events';
import type { ExceptionView } from './freeze-exception-views';

/** One sentence for one event, in the reader's language. */
function line({ event, byName: by, at }: RecordedExceptionEvent, config: Directory, { language, zone }: Actor): string {
  const t = translator(language);
  const nameOf = (id: string): string => config.person(id)?.name ?? id;
  switch (event.type) {
    case 'VoteCast':
    case 'VoteWithdrawn':
    case 'ApprovalNudged':
      return ballotLine(event, by, t, nameOf);
    case 'VotesVoided':
      return t('event.ExceptionVotesVoided', { people: event.voided.flatMap(({ votes }) => votes.map(({ byId }) => nameOf(byId))).join(', ') || '–', state: event.state });
    case 'ExceptionRequested':
      return t('event.ExceptionRequested', { by, change: event.otherId, freeze: event.freezeName, window: timeRange(event.from, event.to, at, language, zone) });
    case 'ExceptionWithdrawn':
    case 'ExceptionExpired':
      return t(`event.${event.type}`, { by });
  }
}

function said(event: ExceptionEvent): string | undefined {
  if (event.type === 'VoteCast') return event.vote.comment;
  return 'reason' in event ? event.reason : undefined;
}

export function exceptionTimeline(history: readonly RecordedExceptionEvent[], actor: Actor, config: Directory): ExceptionView['timeline'] {
  return history.map((recorded) => {
    const text = said(recorded.event);
    return { seq: recorded.seq, at: recorded.at, byName: recorded.byName, line: line(recorded, config, actor), ...(text && { text }) };
  });
}
