import { hasRole, refuse, type Action, type Actor, type Summary } from '../kernel';
import type { Announcement, AnnouncementEvent } from './announcement';

export type AffectedEvent = { readonly type: 'PersonAffected' | 'PersonNotAffected'; readonly personId: string };

/** Each of them is an event of the record and is told by a message: enough to know that it hits everybody. */
export const MOST_AFFECTED = 500;

type AnnouncementAction = Action<Announcement, Announcement, AnnouncementEvent, unknown, Record<string, never>>;

const isAffected = (actor: Actor, entry: Announcement): boolean => entry.affectedIds?.includes(actor.id) === true;

/** "Me too": the person hears what becomes of it, and nobody has to read one more ticket. */
export const join: AnnouncementAction = {
  name: 'announcements.join',
  schema: {},
  repeat: 'safe',
  can: (actor, entry) => entry !== undefined && !entry.retired && !hasRole(actor, 'system') && !isAffected(actor, entry),
  decide: (entry, _input, { actor }) =>
    (entry?.affectedIds ?? []).length >= MOST_AFFECTED
      ? refuse('announcements.enough', { count: MOST_AFFECTED })
      : { events: [{ type: 'PersonAffected', personId: actor.id }] },
};

export const leave: AnnouncementAction = {
  name: 'announcements.leave',
  schema: {},
  repeat: 'safe',
  can: (actor, entry) => entry !== undefined && !entry.retired && isAffected(actor, entry),
  decide: (_entry, _input, { actor }) => ({ events: [{ type: 'PersonNotAffected', personId: actor.id }] }),
};

/** What the practice of tickets says of a record, without knowing that practice. */
interface IncidentFacts extends Summary {
  readonly kind?: string;
  readonly state?: string;
  readonly isRestricted?: boolean;
}

const ENDED = new Set(['resolved', 'closed', 'cancelled']);

/** Is this an open incident that is no secret? */
export function isAnnounceable(summary: IncidentFacts | undefined): boolean {
  return summary?.practice === 'tickets' && summary.kind === 'incident' && !ENDED.has(summary.state ?? '') && summary.isRestricted !== true;
}
