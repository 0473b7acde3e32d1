import type { App } from '../../shared/app';
import { isRefused, systemActor, type Actor, type RecordView } from '../../shared/kernel';
import { actorIn } from '../../shared/catalog';
import type { Person } from '../../shared/people';
import { renderRecordCard, type Audience, type CardContext, type CardJson, type Notice } from '../cards';
import type { JobDeps } from './job';

type CardDeps = Pick<JobDeps, 'app' | 'link'>;

export function cardContext({ app, link }: CardDeps, viewerIds?: readonly string[]): CardContext {
  return { directory: app.desk.directory, now: app.clock.now().toISOString(), link, ...(viewerIds && { viewerIds }) };
}

export function actorFor(app: App, person: Person): Actor {
  return actorIn(app.desk.directory, person, 'job', app.clock.now().toISOString());
}

/** The record as this person may see it; undefined when they may not. */
export async function openFor(app: App, recordId: string, actor: Actor): Promise<RecordView | undefined> {
  const opened = await app.open(recordId, actor);
  return isRefused(opened) ? undefined : opened.record;
}

/**
 * The record as Bellhop itself sees it, in the language of the organization: for shared cards, which show no more of it than
 * everybody there may know.
 */
export function openForAll(app: App, recordId: string): Promise<RecordView | undefined> {
  const language = app.desk.directory.settings().defaultLanguage ?? 'en';
  return openFor(app, recordId, { ...systemActor('job'), language });
}

export function personalCard(deps: CardDeps, view: RecordView, audience: Audience, actor: Actor, notice?: Notice): CardJson {
  return renderRecordCard(view, audience, actor, cardContext(deps), notice);
}

export function sharedCard(deps: CardDeps, view: RecordView, audience: Audience, viewerIds: readonly string[]): CardJson {
  return renderRecordCard(view, audience, undefined, cardContext(deps, viewerIds));
}
