import { canPlan } from '../../shared/app';
import { calendarRangeSchema, collisionsSchema, scoresSchema, slotsSchema } from '../../shared/changes/planning-schema';
import { AppError, hasRole, isRefused, type Schema } from '../../shared/kernel';
import { ok, readersOf, type ApiDeps, type ApiRequest, type Caller, type Reply, type Route } from './http';
import { readFilters, readInteger, readText } from './query';
import { readJson } from './read-body';
import { refusalReply } from './refusals';

const DEFAULT_ATTEMPTS = 100;
const MAX_ATTEMPTS = 500;

/** What waits for a decision, what the change calendar shows and allows, how changes went, and who tried what was not theirs. */
export function planningRoutes({ app }: ApiDeps): readonly Route[] {
  async function planner(request: ApiRequest): Promise<Caller> {
    const caller = await request.caller();
    if (!canPlan(caller.actor)) throw new AppError('forbidden', 'forbidden');
    return { ...caller, actor: { ...caller.actor, language: request.language() } };
  }

  function answer(request: ApiRequest, schema: Schema, found: object): Reply {
    if (!isRefused(found)) return ok(found);
    return refusalReply({ refusal: found.refused, language: request.language(), now: app.clock.now().toISOString(), schema });
  }

  async function approvals(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    return ok({ items: app.inbox(actor) });
  }

  async function collisions(request: ApiRequest): Promise<Reply> {
    const { actor } = await planner(request);
    return answer(request, collisionsSchema, app.planning.collisions(await readJson(request.raw), actor));
  }

  async function slots(request: ApiRequest): Promise<Reply> {
    const { actor } = await planner(request);
    return answer(request, slotsSchema, app.planning.slots(await readJson(request.raw), actor));
  }

  async function calendar(request: ApiRequest): Promise<Reply> {
    const { actor } = await planner(request);
    return answer(request, calendarRangeSchema, app.planning.calendar(readFilters(request.query, []), actor));
  }

  async function scores(request: ApiRequest): Promise<Reply> {
    const { actor } = await planner(request);
    return answer(request, scoresSchema, await app.changeScores(readFilters(request.query, []), actor));
  }

  async function audit(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    if (!hasRole(actor, 'auditor', 'administrator', 'changeManager')) throw new AppError('forbidden', 'forbidden');
    const limit = readInteger(request.query, 'limit', { fallback: DEFAULT_ATTEMPTS, max: MAX_ATTEMPTS });
    return ok({ items: await app.audit.list(limit, readText(request.query, 'recordId')) });
  }

  return [
    { method: 'get', path: '/api/approvals', handle: approvals },
    { method: 'post', path: '/api/collisions', handle: collisions },
    { method: 'post', path: '/api/slots', handle: slots },
    { method: 'get', path: '/api/calendar', handle: calendar, forKeys: readersOf('changes', 'freezes', 'maintenanceWindows') },
    { method: 'get', path: '/api/change-scores', handle: scores },
    { method: 'get', path: '/api/audit', handle: audit },
  ];
}
