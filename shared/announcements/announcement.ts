import type { Directory } from '../catalog';
import {
  defineRegister, hasRole, isAgent, type Actor, type DecideContext, type FieldProblem, type Practice, type Recorded, type RegisterEvent, type RegisterRecord, type Summary,
} from '../kernel';
import { isAnnounceable, join, leave, type AffectedEvent } from './announcement-affected';
import { announcementSchema } from './announcement-schema';
import type { AnnouncementFacts, KnownIssue } from './announcement-views';

export type Announcement = RegisterRecord<typeof announcementSchema> & {
  /** Those who said that it hits them, too, in that order. */
  readonly affectedIds?: readonly string[];
};
export type AnnouncementSummary = Summary & Announcement;
export type AnnouncementEvent = RegisterEvent | AffectedEvent;
export type RecordedAnnouncementEvent = Recorded<AnnouncementEvent>;

const mayAnnounce = (actor: Actor): boolean => isAgent(actor) || hasRole(actor, 'administrator', 'system');
const seesIncidents = (actor: Actor): boolean => isAgent(actor) || hasRole(actor, 'administrator', 'auditor', 'system');

/** It must be an open incident of which everybody may know that it exists. */
function check({ incidentId }: Readonly<Record<string, unknown>>, { config }: DecideContext<unknown>): readonly FieldProblem[] {
  const isRight = incidentId === undefined || isAnnounceable((config as Directory).summary(String(incidentId)));
  return isRight ? [] : [{ field: 'incidentId', code: 'notOpenIncident' }];
}

function present(entry: Announcement, actor: Actor): AnnouncementFacts {
  const { affectedIds = [], incidentId, createdAt, updatedAt: _updated, ...open } = entry;
  return { ...open, since: createdAt, affectedCount: affectedIds.length, isAffected: affectedIds.includes(actor.id), ...(incidentId && seesIncidents(actor) ? { incidentId } : {}) };
}

/** In the reader's language, where it was written in it. */
export function knownIssueOf(entry: Announcement, actor: Actor): KnownIssue {
  const { id, version, title, titleDe, statement, statementDe, since, expectedAt, affectedCount, isAffected } = present(entry, actor);
  const isGerman = actor.language === 'de';
  return {
    id, version, title: (isGerman && titleDe) || title, statement: (isGerman && statementDe) || statement, since, ...(expectedAt && { expectedAt }), affectedCount, isAffected,
  };
}

const register = defineRegister({
  practice: 'announcements',
  prefix: 'ANN',
  schema: announcementSchema,
  canRead: (actor, entry) => !entry.retired || seesIncidents(actor) || (entry as Announcement).affectedIds?.includes(actor.id) === true,
  canEdit: mayAnnounce,
  check,
  sortKey: (entry) => entry.title.toLowerCase(),
  present,
  searchText: ({ title, titleDe = '', keywords = '', statement, statementDe = '' }) => ({ title: `${title} ${titleDe} ${keywords}`, text: `${statement} ${statementDe}` }),
});

function fold(entry: Announcement | undefined, recorded: RecordedAnnouncementEvent): Announcement {
  const { event, seq, at } = recorded;
  if (event.type !== 'PersonAffected' && event.type !== 'PersonNotAffected') return register.fold(entry, recorded as Recorded<RegisterEvent>);
  const { affectedIds = [], ...others } = entry as Announcement;
  const left = affectedIds.filter((id) => id !== event.personId);
  return { ...others, version: seq, updatedAt: at, affectedIds: event.type === 'PersonAffected' ? [...left, event.personId] : left };
}

/** What everybody is told about a running disturbance; whoever is hit by it says so with one press instead of a ticket. */
export const announcementsPractice = {
  ...register,
  actions: [...register.actions, join, leave],
  fold,
  announces: true,
} as unknown as Practice<Announcement, AnnouncementSummary, AnnouncementEvent>;
