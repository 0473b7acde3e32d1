import { dateTime, entries, paragraph, record, text } from '../kernel';

/** What is told about a disturbance that many notice (ITIL 4, incident management: communication during a major incident). */
export const announcementSchema = {
  title: text({ label: 'field.announcement.title', required: true, min: 3, max: 120 }),
  titleDe: text({ label: 'field.announcement.titleDe', max: 120 }),
  /** What does not work, what works meanwhile, what is being done. */
  statement: paragraph({ label: 'field.announcement.statement', required: true, max: 1_000 }),
  statementDe: paragraph({ label: 'field.announcement.statementDe', max: 1_000 }),
  /** Words that people would use for it: whoever reports something like it is shown this first. */
  keywords: text({ label: 'field.announcement.keywords', help: 'help.announcement.keywords', max: 500 }),
  serviceIds: entries({ label: 'field.announcement.services', of: 'services', max: 20 }),
  /** When it will be over, as far as is known. */
  expectedAt: dateTime({ label: 'field.announcement.expectedAt' }),
  /** The incident that is worked on; the announcement ends with it. */
  incidentId: record({ label: 'field.announcement.incident', help: 'help.announcement.incident', of: 'tickets' }),
};
