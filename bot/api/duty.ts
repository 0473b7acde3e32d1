import { AppError, hasRole, isAgent, parseInput } from '../../shared/kernel';
import { dutyView } from '../../shared/routing';
import { dutyQuerySchema } from '../../shared/routing/shift-schema';
import { ok, type ApiDeps, type ApiRequest, type Reply, type Route } from './http';
import { readFilters } from './query';
import { refusalReply } from './refusals';

/** `GET /api/duty`: who is on duty when, and where the plan has gaps; of the groups that the reader works in. From memory. */
export function dutyRoutes({ app }: ApiDeps): readonly Route[] {
  async function duty(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    if (!isAgent(actor) && !hasRole(actor, 'administrator', 'manager', 'auditor')) throw new AppError('forbidden', 'forbidden');
    const now = app.clock.now().toISOString();
    const range = parseInput(dutyQuerySchema, readFilters(request.query, []));
    if ('problems' in range) return refusalReply({ refusal: { code: 'kernel.invalidInput', problems: range.problems }, language: request.language(), now, schema: dutyQuerySchema });
    return ok(dutyView(app.desk.directory, actor, { ...range.value, now }));
  }

  return [{ method: 'get', path: '/api/duty', handle: duty }];
}
