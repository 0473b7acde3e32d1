import { AppError, isRefused, MAX_PAGE, type Schema } from '../../shared/kernel';
import { attainmentSchema, attainmentTicketsSchema, canSeeServiceLevels } from '../../shared/sla';
import { ok, readersOf, type ApiDeps, type ApiRequest, type Caller, type Reply, type Route } from './http';
import { readFilters, readInteger, readText } from './query';
import { refusalReply } from './refusals';

const DEFAULT_PAGE = 50;

/** What the desk promises and how well it keeps it, for those who may look at that. */
export function serviceLevelRoutes({ app }: ApiDeps): readonly Route[] {
  async function reader(request: ApiRequest): Promise<Caller> {
    const caller = await request.caller();
    if (!canSeeServiceLevels(caller.actor)) throw new AppError('forbidden', 'forbidden');
    return caller;
  }

  function answer(request: ApiRequest, schema: Schema, found: object): Reply {
    if (!isRefused(found)) return ok(found);
    return refusalReply({ refusal: found.refused, language: request.language(), now: app.clock.now().toISOString(), schema });
  }

  async function recompute(request: ApiRequest): Promise<Reply> {
    await reader(request);
    return ok(await app.recompute.progress());
  }

  async function attainment(request: ApiRequest): Promise<Reply> {
    const { actor } = await reader(request);
    return answer(request, attainmentSchema, await app.attainment.figures({ query: readFilters(request.query, []), actor }));
  }

  async function tickets(request: ApiRequest): Promise<Reply> {
    const { actor } = await reader(request);
    const { query } = request;
    const found = await app.attainment.tickets({
      query: readFilters(query, ['limit', 'cursor']),
      limit: readInteger(query, 'limit', { fallback: DEFAULT_PAGE, max: MAX_PAGE }),
      cursor: readText(query, 'cursor'),
      actor,
    });
    return answer(request, attainmentTicketsSchema, found);
  }

  return [
    { method: 'get', path: '/api/service-levels/recompute', handle: recompute },
    { method: 'get', path: '/api/service-levels/attainment', handle: attainment, forKeys: readersOf('tickets') },
    { method: 'get', path: '/api/service-levels/attainment/tickets', handle: tickets, forKeys: readersOf('tickets') },
  ];
}
