import { AsyncResource } from 'node:async_hooks';
import type { ServerResponse } from 'node:http';
import { practiceNamed, type Change } from '../../shared/app';
import { AppError, type Actor, type Summary } from '../../shared/kernel';
import { actorIn } from '../../shared/catalog';
import { canSeeServiceLevels } from '../../shared/sla';
import type { ApiDeps, ApiRequest, Route } from './http';
import { createStreamClient, type StreamClient, type StreamEvent } from './stream-client';

const HEARTBEAT_MS = 20_000;
/** Records that are computed anew come in thousands: they are told together, this long after the first. */
const REVISED_MS = 1_000;
/** More than this at once, and readers load what they show afresh; told one by one they would be busy for minutes. */
const MAX_REVISED = 200;
/**
 * Whoever begins to follow loads what they show, maybe from an instance that is behind this one: they are told once more what happened
 * in this time. It is five times as long as an instance may be behind.
 */
const RECENT_MS = 10_000;
const MAX_RECENT = 1_000;
/** Windows and devices of one person. */
const MAX_STREAMS_A_PERSON = 20;

interface Recent {
  readonly at: number;
  readonly change: Change;
}

interface Reader {
  readonly personId: string;
  readonly client: StreamClient;
}

export interface Streams {
  readonly routes: readonly Route[];
  /** How many are open. */
  count(): number;
  /** Ends every stream; readers come back by themselves. */
  close(): void;
}

/** What a change means for one reader: news, a record that left their view, or nothing at all. */
function eventsFor(actor: Actor, change: Change, before: Summary | undefined): readonly StreamEvent[] {
  const { practice, id, version, revision, types, active, summary } = change;
  const canRead = practiceNamed(practice)?.canRead;
  const reads = canRead?.(actor, summary) === true;
  const hasRead = before !== undefined && canRead?.(actor, before) === true;
  const gone: StreamEvent = { event: 'gone', practice, id, version };
  if (!reads) return hasRead ? [gone] : [];
  const news: StreamEvent = { event: 'change', practice, id, version, ...(revision && { revision }), types };
  return active ? [news] : [news, gone];
}

/** `GET /api/stream`: server-sent events about records that the reader may read, from this instance and from others. */
export function createStreams({ app }: ApiDeps): Streams {
  const readers = new Set<Reader>();
  const { directory } = app.desk;

  /** The last change of each record, the oldest first. */
  const recent = new Map<string, Recent>();
  let revised: Change[] = [];
  let timer: NodeJS.Timeout | undefined;

  function eachReader(tell: (client: StreamClient, actor: Actor) => void): void {
    for (const { personId, client } of readers) {
      // Roles and groups may have changed since the stream began.
      const person = directory.person(personId);
      if (!person || person.retired) client.end();
      else tell(client, actorIn(directory, person, 'tab', app.clock.now().toISOString()));
    }
  }

  function remember(change: Change): void {
    const at = performance.now();
    recent.delete(change.id);
    recent.set(change.id, { at, change });
    for (const [id, entry] of recent) {
      if (at - entry.at <= RECENT_MS && recent.size <= MAX_RECENT) break;
      recent.delete(id);
    }
  }

  /** As it is now: what they may not read any more they are not told of, not even that it is gone. */
  function tellRecent({ client }: Reader, actor: Actor): void {
    const since = performance.now() - RECENT_MS;
    const changes = [...recent.values()].filter(({ at }) => at >= since);
    client.send(changes.flatMap(({ change }) => eventsFor(actor, change, undefined).map((event) => ({ ...event, isRecent: true }))));
  }

  function tellRevised(): void {
    const changes = revised;
    revised = [];
    timer = undefined;
    if (changes.length > MAX_REVISED) return eachReader((client) => client.reset());
    eachReader((client, actor) => client.send(changes.flatMap((change) => eventsFor(actor, change, change.summary))));
  }

  const endings = [
    app.desk.onChange((change, before) => {
      if (change.revision === undefined) {
        remember(change);
        return eachReader((client, actor) => client.send(eventsFor(actor, change, before)));
      }
      if (readers.size === 0) return;
      if (revised.length <= MAX_REVISED) revised.push(change);
      timer ??= setTimeout(tellRevised, REVISED_MS).unref();
    }),
    app.recompute.onProgress((progress) => {
      eachReader((client, actor) => canSeeServiceLevels(actor) && client.report('recompute', progress));
    }),
  ];
  const heartbeat = setInterval(() => readers.forEach(({ client }) => client.beat()), HEARTBEAT_MS).unref();

  async function open(request: ApiRequest, response: ServerResponse): Promise<undefined> {
    const { person, actor, expiresAt } = await request.caller();
    const own = [...readers].filter((reader) => reader.personId === person.id);
    if (own.length >= MAX_STREAMS_A_PERSON) throw new AppError('busy', 'tooManyStreams');
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
    });
    const reader: Reader = { personId: person.id, client: createStreamClient(response) };
    readers.add(reader);
    tellRecent(reader, actor);
    const expiry = expiresAt && setTimeout(reader.client.end, Math.max(0, expiresAt.getTime() - app.clock.now().getTime())).unref();
    const forget = (): void => {
      clearTimeout(expiry);
      readers.delete(reader);
      request.log.debug({ by: person.id, readers: readers.size }, 'stream ended');
    };
    // The connection closes outside of the request that began with it, and so outside of its trace.
    response.once('close', AsyncResource.bind(forget));
    return undefined;
  }

  return {
    routes: [{ method: 'get', path: '/api/stream', handle: open }],
    count: () => readers.size,
    close() {
      for (const end of endings) end();
      clearTimeout(timer);
      clearInterval(heartbeat);
      for (const { client } of readers) client.end();
    },
  };
}
