import type { Translate } from '../strings';
import { stepLabel } from './approval-present';
import type { BallotEvent } from './ballot';

function nudgeLine({ nudge, toIds, step }: Extract<BallotEvent<string>, { type: 'ApprovalNudged' }>, t: Translate, nameOf: (personId: string) => string): string {
  const people = toIds.map(nameOf).join(', ');
  if (nudge === 'expire') return t('event.ballot.expired', { step: stepLabel(step, t) });
  if (nudge === 'escalate') return people ? t('event.ballot.escalated', { people }) : t('event.ballot.notEscalated');
  return t('event.ballot.reminded', { people });
}

/** One sentence for what a decision did, in the reader's language. */
export function ballotLine(event: BallotEvent<string>, by: string, t: Translate, nameOf: (personId: string) => string): string {
  if (event.type === 'ApprovalNudged') return nudgeLine(event, t, nameOf);
  const step = stepLabel(event.step, t);
  if (event.type === 'VoteWithdrawn') return t('event.ballot.withdrawn', { by, step });
  const { decision, seatId, byId } = event.vote;
  return seatId === byId ? t(`event.ballot.${decision}`, { by, step }) : t(`event.ballot.${decision}For`, { by, step, person: nameOf(seatId) });
}

/** `Ada, Bert, Cleo, Dana, Emil and 7 others`; `most` of them by name. */
export function peopleWords(ids: readonly string[], t: Translate, nameOf: (personId: string) => string, most = 5): string {
  const names = ids.slice(0, most).map(nameOf).join(', ');
  return ids.length > most ? t('waits.andOthers', { people: names, count: ids.length - most }) : names;
}
