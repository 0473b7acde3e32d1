import type { Because } from '../kernel';
import { hasText, type Translate } from '../strings';
import { stepLabel } from './approval-present';
import type { BallotEvent } from './ballot';

type Named = { readonly name: string } | undefined;

/** Where names of what conditions look at come from; the directory is one. */
export interface ReasonDirectory {
  group(id: string | undefined): Named;
  service(id: string | undefined): Named;
  item(id: string | undefined): Named;
  freeze(id: string | undefined): Named;
  person(id: string | undefined): Named;
}

/** Fields whose values are words of ours, and where those stand. */
const WORDS: Readonly<Record<string, string>> = { type: 'changeType', risk: 'risk', itemClasses: 'itemClass', environments: 'environment' };

/** The value of a condition in the reader's words: a name, or a word. */
export function reasonWords(directory: ReasonDirectory, t: Translate): (reason: Because) => string {
  const names: Readonly<Record<string, (id: string) => Named>> = {
    groupId: directory.group, serviceIds: directory.service, itemIds: directory.item, freezeId: directory.freeze, ownerId: directory.person,
  };
  return ({ field, value }) => {
    const key = `${WORDS[field] ?? ''}.${value}`;
    return names[field]?.(value)?.name ?? (hasText(key) ? t(key) : value);
  };
}

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
