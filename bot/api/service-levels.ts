import { AppError } from '../../shared/kernel';
import { canSeeServiceLevels } from '../../shared/sla';
import { ok, type ApiDeps, type ApiRequest, type Caller, type Reply, type Route } from './http';

/** What the desk promises and how well it keeps it, for those who may look at that. */
export function serviceLevelRoutes({ app }: ApiDeps): readonly Route[] {
  async function reader(request: ApiRequest): Promise<Caller> {
    const caller = await request.caller();
    if (!canSeeServiceLevels(caller.actor)) throw new AppError('forbidden', 'forbidden');
    return caller;
  }

  async function recompute(request: ApiRequest): Promise<Reply> {
    await reader(request);
    return ok(await app.recompute.progress());
  }

  return [{ method: 'get', path: '/api/service-levels/recompute', handle: recompute }];
}
