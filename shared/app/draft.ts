import { knownIssueOf, type AnnouncementSummary, type KnownIssue } from '../announcements';
import { isOrderableBy, reachOf } from '../catalog';
import type { Actor } from '../kernel';
import type { ArticleSummary } from '../knowledge';
import { canReadInternal, draftOf, type TicketDraft, type TicketSummary } from '../tickets';
import type { App } from './create-app';
import { aboutDraft, announcementOf, findDisturbance, type Disturbance } from './disturbance';

/** An open ticket that looks like the same thing. */
export interface SimilarTicket {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly state: string;
  /** When it was reported, ISO instant. */
  readonly createdAt: string;
  /** The reader reported it, or somebody did for them. */
  readonly isOwn: boolean;
}

/** A drafted ticket with what may make it unnecessary. */
export interface Draft extends TicketDraft {
  /** Running disturbances that it may be about: everybody may know of them. */
  readonly known: readonly KnownIssue[];
  /** Several others report the same now, or it is a major incident, and no announcement says so. */
  readonly disturbance?: Disturbance;
  readonly articles: readonly { readonly id: string; readonly title: string }[];
  /** The reader's own first; those of others only for people who may see them. */
  readonly similar: readonly SimilarTicket[];
  readonly offerings: readonly { readonly id: string; readonly name: string }[];
}

const SUGGESTIONS = 3;
const KNOWN = 2;

function similarTickets({ similar }: Pick<App, 'similar'>, what: ReturnType<typeof aboutDraft>, actor: Actor): readonly SimilarTicket[] {
  const own = similar.ownOf(actor.id, what).slice(0, SUGGESTIONS);
  const others = canReadInternal(actor) ? similar.readableBy(actor, what).filter((ticket) => !own.includes(ticket)) : [];
  const row = ({ id, version, title, state, createdAt }: TicketSummary, isOwn: boolean): SimilarTicket => ({ id, version, title, state, createdAt, isOwn });
  return [...own.map((ticket) => row(ticket, true)), ...others.slice(0, SUGGESTIONS).map((ticket) => row(ticket, false))];
}

/** From free text to a draft with suggestions: the desk view only, no storage call. */
export function draftTicket(app: Pick<App, 'desk' | 'search' | 'similar' | 'clock'>, text: string, actor: Actor): Draft {
  const draft = draftOf(text, actor, app.desk.directory, app.clock.now().toISOString());
  const what = aboutDraft(text, draft.categoryId);
  const find = (practice: 'articles' | 'announcements' | 'offerings') => app.search.suggest({ q: text, actor, practice, limit: SUGGESTIONS * 2 });
  const fitting = find('articles') as unknown as ArticleSummary[];
  const own = fitting.filter((article) => article.language === actor.language);
  const articles = (own.length > 0 ? own : fitting).slice(0, SUGGESTIONS);
  const running = (find('announcements') as AnnouncementSummary[]).filter(({ retired }) => !retired).slice(0, KNOWN);
  const found = findDisturbance(app, what, actor);
  const announced = found && announcementOf(app, found.anchor.id);
  const known = announced && !running.includes(announced) ? [...running, announced] : running;
  const offerings = find('offerings').map((entry) => app.desk.directory.offering(entry.id)).slice(0, SUGGESTIONS);
  const reach = reachOf(app.desk.directory, actor.id);
  return {
    ...draft,
    known: known.map((entry) => knownIssueOf(entry, actor)),
    ...(found && !announced && { disturbance: found.offer }),
    articles: articles.map(({ id, title }) => ({ id, title })),
    similar: similarTickets(app, what, actor),
    offerings: offerings.flatMap((entry) =>
      entry && isOrderableBy(entry, reach, app.desk.directory) ? [{ id: entry.id, name: actor.language === 'de' ? (entry.nameDe ?? entry.name) : entry.name }] : [],
    ),
  };
}
