import { knownIssueOf, type AnnouncementSummary, type KnownIssue } from '../announcements';
import { isOrderableBy, reachOf } from '../catalog';
import type { Actor } from '../kernel';
import type { ArticleSummary } from '../knowledge';
import { draftOf, isOpen, type TicketDraft, type TicketSummary } from '../tickets';
import type { App } from './create-app';

/** A drafted ticket with what may make it unnecessary. */
export interface Draft extends TicketDraft {
  /** Running disturbances that it may be about: everybody may know of them. */
  readonly known: readonly KnownIssue[];
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  /** Open tickets that look like the same thing; only those the reader may see. */
  readonly similar: readonly { readonly id: string; readonly title: string; readonly state: string }[];
  readonly offerings: readonly { readonly id: string; readonly name: string }[];
}

const SUGGESTIONS = 3;
const KNOWN = 2;

/** From free text to a draft with suggestions: the desk view only, no storage call. */
export function draftTicket(app: Pick<App, 'desk' | 'search' | 'clock'>, text: string, actor: Actor): Draft {
  const draft = draftOf(text, actor, app.desk.directory, app.clock.now().toISOString());
  const find = (practice: string) => app.search.suggest({ q: text, actor, practice, limit: SUGGESTIONS * 2 });
  const fitting = find('articles') as unknown as ArticleSummary[];
  const own = fitting.filter((article) => article.language === actor.language);
  const articles = (own.length > 0 ? own : fitting).slice(0, SUGGESTIONS);
  const similar = (find('tickets') as TicketSummary[]).filter((ticket) => isOpen(ticket.state)).slice(0, SUGGESTIONS);
  const known = (find('announcements') as AnnouncementSummary[]).filter(({ retired }) => !retired).slice(0, KNOWN);
  const offerings = find('offerings').map((entry) => app.desk.directory.offering(entry.id)).slice(0, SUGGESTIONS);
  const reach = reachOf(app.desk.directory, actor.id);
  return {
    ...draft,
    known: known.map((entry) => knownIssueOf(entry, actor)),
    articles: articles.map(({ id, title }) => ({ id, title })),
    similar: similar.map(({ id, title, state }) => ({ id, title, state })),
    offerings: offerings.flatMap((entry) =>
      entry && isOrderableBy(entry, reach, app.desk.directory) ? [{ id: entry.id, name: actor.language === 'de' ? (entry.nameDe ?? entry.name) : entry.name }] : [],
    ),
  };
}
