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

const SHOWN_PEOPLE = 5;

/** `Ada, Bert, Cleo, Dana, Emil and 7 others`. */
export function peopleWords(ids: readonly string[], t: Translate, nameOf: (personId: string) => string): string {
  const names = ids.slice(0, SHOWN_PEOPLE).map(nameOf).join(', ');
  return ids.length > SHOWN_PEOPLE ? t('waits.andOthers', { people: names, count: ids.length - SHOWN_PEOPLE }) : names;
}
