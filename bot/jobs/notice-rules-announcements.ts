import type { Notice } from '../../shared/app';
import type { Announcement, RecordedAnnouncementEvent } from '../../shared/announcements';
import type { Directory } from '../../shared/catalog';
import { cut, toPerson, type Telling, type TellingRules } from './telling';

/** What those who are affected hear of one event; undefined: nothing. In the language of each of them. */
function newsOf(entry: Announcement, { event }: RecordedAnnouncementEvent, language: string): Notice | undefined {
  const isGerman = language === 'de';
  const title = (isGerman && entry.titleDe) || entry.title;
  const statement = (isGerman && entry.statementDe) || entry.statement;
  const params = { id: entry.id, name: entry.id, title: cut(title) };
  switch (event.type) {
    case 'EntryChanged':
      return { what: 'announcement.changed', params: { ...params, text: cut(statement) }, card: 'requester' };
    case 'EntryRetired':
      return { what: 'announcement.over', params, card: 'requester' };
    case 'EntryRestored':
      return { what: 'announcement.back', params, card: 'requester' };
    default:
      return undefined;
  }
}

function toAffected(entry: Announcement, recorded: RecordedAnnouncementEvent, directory: Directory): readonly Telling[] {
  return (entry.affectedIds ?? []).flatMap((personId) => {
    const news = newsOf(entry, recorded, directory.person(personId)?.language ?? 'en');
    return news ? toPerson(personId, news) : [];
  });
}

/** News go to everybody who said that it hits them, too. */
export const announcementTellings: TellingRules = (entry, record, directory) =>
  (entry.history as readonly RecordedAnnouncementEvent[]).flatMap((recorded) => toAffected(record as Announcement, recorded, directory));
