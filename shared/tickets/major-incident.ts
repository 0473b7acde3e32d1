import type { Link } from '../kernel';
import { priorityOf, type Level } from './priority';
import type { Ticket } from './ticket';
import { isOpen } from './ticket-lifecycle';
import type { Priority } from './ticket-schema';

/** How an incident stands to being a major one (domain.md 3.1). None: nobody has proposed it. */
export type MajorState = 'proposed' | 'promoted' | 'rejected' | 'demoted';

/** What was counted: similar new reports of a short time, people who say that it hits them, or incidents that are part of it. */
export const COUNTED = ['similar', 'people', 'parts'] as const;
export type Counted = (typeof COUNTED)[number];

export interface Counts {
  /** People who reported something similar within `SIMILAR_MINUTES`, or said "me too" instead. */
  readonly similar: number;
  /** People it hits: its requester, and everybody who said "me too". */
  readonly people: number;
  /** Open or ended incidents that are linked as parts or duplicates of it. */
  readonly parts: number;
}

/** Reports that come in within so many minutes are counted together (domain.md 4.3, step 6). */
export const SIMILAR_MINUTES = 30;
/** From so many on the impact is High (domain.md 4.3, step 6): whoever says "me too" would have reported it. */
export const RAISES_FROM = 5;
/** Above so many it is proposed as a major incident (domain.md 4.4). */
const MOST_PARTS = 20;
const MOST_PEOPLE = 50;

export const HIGH: Level = 1;

export type MajorEvent =
  | { readonly type: 'ImpactRaised'; readonly counted: Counted; readonly count: number; readonly impact: Level; readonly priority: Priority }
  | { readonly type: 'MajorIncidentProposed'; readonly counted?: Counted; readonly count?: number; readonly reason?: string }
  | { readonly type: 'MajorIncidentPromoted' | 'MajorIncidentRejected' | 'MajorIncidentDemoted'; readonly reason?: string }
  | { readonly type: 'AffectedAdded' | 'AffectedRemoved'; readonly personId: string };

const MAJOR_STATES: Partial<Record<MajorEvent['type'], MajorState>> = {
  MajorIncidentProposed: 'proposed', MajorIncidentPromoted: 'promoted', MajorIncidentRejected: 'rejected', MajorIncidentDemoted: 'demoted',
};

export const isMajorEvent = (event: { readonly type: string }): event is MajorEvent => event.type in MAJOR_STATES || ['ImpactRaised', 'AffectedAdded', 'AffectedRemoved'].includes(event.type);

/** A part of another incident is never a major one itself (domain.md 3.1). */
export const parentOf = (links: readonly Link[]): string | undefined => links.find(({ relation }) => relation === 'childOf' || relation === 'duplicateOf')?.otherId;

export const partsOf = (links: readonly Link[]): number => links.filter(({ relation }) => relation === 'parentOf' || relation === 'hasDuplicate').length;

/** The most telling of the counts that reach their mark. */
function reached(counts: Counts, marks: Partial<Record<Counted, number>>): { readonly counted: Counted; readonly count: number } | undefined {
  const counted = COUNTED.find((name) => counts[name] >= (marks[name] ?? Infinity));
  return counted && { counted, count: counts[counted] };
}

/**
 * What follows from counts, each once: the impact becomes High, and a major incident is proposed. A priority that a lead has set
 * stays (domain.md 4.3), and what was proposed before, or decided, is not proposed again.
 */
export function afterCounts(ticket: Ticket, counts: Counts, links: readonly Link[]): readonly MajorEvent[] {
  if (ticket.kind !== 'incident' || !isOpen(ticket.state)) return [];
  const raising = ticket.isRaised ? undefined : reached(counts, { similar: RAISES_FROM, people: RAISES_FROM, parts: MOST_PARTS + 1 });
  const proposing = ticket.major || parentOf(links) ? undefined : reached(counts, { similar: RAISES_FROM, parts: MOST_PARTS + 1, people: MOST_PEOPLE + 1 });
  const priority = ticket.isPriorityOverridden ? ticket.priority : priorityOf(HIGH, ticket.urgency);
  return [
    ...(raising ? [{ type: 'ImpactRaised' as const, ...raising, impact: HIGH, priority }] : []),
    ...(proposing ? [{ type: 'MajorIncidentProposed' as const, ...proposing }] : []),
  ];
}

export function foldMajor(ticket: Ticket, event: MajorEvent): Ticket {
  switch (event.type) {
    case 'ImpactRaised':
      return { ...ticket, isRaised: true, impact: event.impact, priority: event.priority };
    case 'AffectedAdded':
      return { ...ticket, affectedIds: [...(ticket.affectedIds ?? []), event.personId] };
    case 'AffectedRemoved':
      return { ...ticket, affectedIds: (ticket.affectedIds ?? []).filter((id) => id !== event.personId) };
    default:
      return { ...ticket, major: MAJOR_STATES[event.type] as MajorState };
  }
}
