import type { ServerResponse } from 'node:http';
import { canReplay, type ProposedEntry, type ReplayRun } from '../../shared/app';
import { AppError, isRefused, refuse, type FieldProblem, type Refused } from '../../shared/kernel';
import { errorReply } from './errors';
import { ok, type ApiDeps, type ApiRequest, type Reply, type Route } from './http';
import { readJson } from './read-body';
import { refusalReply } from './refusals';

/** Replays keep a processor busy: so many at a time on one instance, the others are asked to come back. */
const MAX_AT_A_TIME = 2;
/** How often the reader hears how far it is. */
const PROGRESS_MS = 100;
/** Explaining needs no period. */
const ANY_DAYS = 1;

type Body = Readonly<Record<string, unknown>>;

function problemsOf(body: Body, fields: readonly string[]): readonly FieldProblem[] {
  const isEntry = (value: unknown): boolean => value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value));
  return [
    ...Object.keys(body).filter((name) => !fields.includes(name)).map((name) => ({ field: name.slice(0, 60), code: 'unknownField' })),
    ...['agreement', 'calendar'].filter((name) => !isEntry(body[name])).map((name) => ({ field: name, code: 'notStructured' })),
    ...['until', 'id'].filter((name) => body[name] !== undefined && typeof body[name] !== 'string').map((name) => ({ field: name, code: 'notText' })),
    ...(fields.includes('days') && typeof body.days !== 'number' ? [{ field: 'days', code: body.days === undefined ? 'required' : 'notNumber' }] : []),
    ...(fields.includes('id') && body.id === undefined ? [{ field: 'id', code: 'required' }] : []),
  ];
}

/** Problems of the one draft under the name that the body has for it: `agreement.targets`. */
function inBody({ refused }: Refused): Refused {
  const problems = refused.problems?.map((problem) => ({ ...problem, field: problem.field.replace(/^(agreement|calendar)s\.0\./, '$1.') }));
  return refuse(refused.code, refused.params, problems);
}

/** `POST /api/service-levels/replay` and `…/explain`: what would be under an agreement or calendar that is not saved. */
export function replayRoutes({ app }: ApiDeps): readonly Route[] {
  let running = 0;

  async function prepare(request: ApiRequest, fields: readonly string[]): Promise<{ readonly body: Body; readonly run: ReplayRun } | Refused> {
    const { actor } = await request.caller();
    if (!canReplay(actor)) throw new AppError('forbidden', 'forbidden');
    const body = await readJson(request.raw);
    const problems = problemsOf(body, fields);
    if (problems.length > 0) return refuse('kernel.invalidInput', undefined, problems);
    const { days = ANY_DAYS, until, agreement, calendar } = body;
    const run = app.replay({
      days: days as number, until: until as string | undefined, actor: { ...actor, language: request.language() },
      agreements: agreement ? [agreement as ProposedEntry] : [],
      calendars: calendar ? [calendar as ProposedEntry] : [],
    });
    return isRefused(run) ? inBody(run) : { body, run };
  }

  const refused = (request: ApiRequest, { refused: refusal }: Refused): Reply =>
    refusalReply({ refusal, language: request.language(), now: app.clock.now().toISOString() });

  async function replay(request: ApiRequest, response: ServerResponse): Promise<Reply | undefined> {
    const prepared = await prepare(request, ['days', 'until', 'agreement', 'calendar']);
    if (isRefused(prepared)) return refused(request, prepared);
    if (running >= MAX_AT_A_TIME) throw new AppError('busy', 'tooManyReplays');
    running += 1;
    try {
      await stream(prepared.run, request, response);
    } finally {
      running -= 1;
    }
    return undefined;
  }

  async function stream(run: ReplayRun, request: ApiRequest, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    if (response.destroyed) gone.abort();
    const write = (line: object): void => void response.write(`${JSON.stringify(line)}\n`);
    let toldAt = 0;
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8', 'X-Accel-Buffering': 'no' });
    try {
      const result = await run.run({
        signal: gone.signal,
        onProgress(done, total) {
          if (done < total && performance.now() - toldAt < PROGRESS_MS) return;
          toldAt = performance.now();
          write({ progress: { done, total } });
        },
      });
      write({ result });
    } catch (error) {
      // Nobody is there to hear of it.
      if (gone.signal.aborted) return;
      write(errorReply(error, request).body);
    }
    response.end();
  }

  async function explain(request: ApiRequest): Promise<Reply> {
    const prepared = await prepare(request, ['id', 'agreement', 'calendar']);
    if (isRefused(prepared)) return refused(request, prepared);
    const explained = await prepared.run.explain(prepared.body.id as string);
    return isRefused(explained) ? refused(request, explained) : ok(explained);
  }

  return [
    { method: 'post', path: '/api/service-levels/replay', handle: replay },
    { method: 'post', path: '/api/service-levels/replay/explain', handle: explain },
  ];
}
