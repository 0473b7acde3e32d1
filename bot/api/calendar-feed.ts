import { canPlan } from '../../shared/app';
import { actorIn } from '../../shared/catalog';
import { AppError, isRefused, type Actor } from '../../shared/kernel';
import { HttpError } from './errors';
import { ok, type ApiDeps, type ApiRequest, type Reply, type Route } from './http';
import { calendarFile } from './icalendar';

const DAY_MS = 86_400_000;
const PAST_DAYS = 14;
const AHEAD_DAYS = 90;
const FILE = /^([\w-]{32})\.ics$/;

/** The change calendar in people's own calendars (RFC 5545), by an address that only its owner has. */
export function calendarFeedRoutes({ app, config }: ApiDeps): readonly Route[] {
  async function subscriber(request: ApiRequest): Promise<Actor> {
    const { actor } = await request.caller();
    if (!canPlan(actor)) throw new AppError('forbidden', 'forbidden');
    return actor;
  }

  async function create(request: ApiRequest): Promise<Reply> {
    const actor = await subscriber(request);
    const token = await app.calendarFeeds.create(actor.id, app.clock.now().toISOString());
    return ok({ url: `${config.publicUrl.replace(/\/$/, '')}/calendar/${token}.ics` });
  }

  async function revoke(request: ApiRequest): Promise<Reply> {
    const actor = await subscriber(request);
    await app.calendarFeeds.revoke(actor.id);
    return ok({});
  }

  /** The reader of a feed, with today's roles; nobody whose address was revoked, or who has left. */
  async function readerOf(file: string): Promise<Actor> {
    const token = FILE.exec(file)?.[1];
    const personId = token && (await app.calendarFeeds.personOf(token));
    const { directory } = app.desk;
    const person = directory.person(personId || undefined);
    const actor = person && !person.retired ? actorIn(directory, person, 'api', app.clock.now().toISOString()) : undefined;
    if (!actor || !canPlan(actor)) throw new HttpError(404, 'notFound');
    return actor;
  }

  async function feed(request: ApiRequest): Promise<Reply> {
    const actor = await readerOf(request.params.file ?? '');
    const now = app.clock.now().getTime();
    const range = { from: new Date(now - PAST_DAYS * DAY_MS).toISOString(), to: new Date(now + AHEAD_DAYS * DAY_MS).toISOString() };
    const view = app.planning.calendar(range, actor);
    if (isRefused(view)) throw new AppError('bug', 'bug', { detail: view.refused.code });
    return {
      status: 200,
      headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'inline; filename="changes.ics"', 'Cache-Control': 'private, max-age=300' },
      body: Buffer.from(calendarFile(view, { language: actor.language, now: new Date(now).toISOString(), publicUrl: config.publicUrl })),
    };
  }

  return [
    { method: 'post', path: '/api/calendar-feed', handle: create },
    { method: 'del', path: '/api/calendar-feed', handle: revoke },
    { method: 'get', path: '/calendar/:file', handle: feed },
  ];
}
