import type { App } from '../../shared/app';
import { isRefused, systemActor, type Actor } from '../../shared/kernel';
import { actorIn } from '../../shared/catalog';
import type { Person } from '../../shared/people';
import type { TicketView } from '../../shared/tickets';
import { renderTicketCard, type Audience, type CardContext, type CardJson, type Notice } from '../cards';
import type { JobDeps } from './job';

type CardDeps = Pick<JobDeps, 'app' | 'link'>;

export function cardContext({ app, link }: CardDeps, viewerIds?: readonly string[]): CardContext {
  return { directory: app.desk.directory, now: app.clock.now().toISOString(), link, ...(viewerIds && { viewerIds }) };
}

export function actorFor(app: App, person: Person): Actor {
  return actorIn(app.desk.directory, person, 'job', app.clock.now().toISOString());
}

/** The ticket as this person may see it; undefined when they may not. */
export async function openFor(app: App, recordId: string, actor: Actor): Promise<TicketView | undefined> {
  const opened = await app.open(recordId, actor);
  return isRefused(opened) ? undefined : (opened.record as TicketView);
}

/** The ticket as Bellhop itself sees it: for shared cards, which show no more of it than everybody there may know. */
export const openForAll = (app: App, recordId: string): Promise<TicketView | undefined> => openFor(app, recordId, systemActor('job'));

export function personalCard(deps: CardDeps, view: TicketView, audience: Audience, actor: Actor, notice?: Notice): CardJson {
  return renderTicketCard(view, audience, actor, cardContext(deps), notice);
}

export function sharedCard(deps: CardDeps, view: TicketView, audience: Audience, viewerIds: readonly string[]): CardJson {
  return renderTicketCard(view, audience, undefined, cardContext(deps, viewerIds));
}
