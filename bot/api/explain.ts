import { isRefused } from '../../shared/kernel';
import { ok, readersOf, type ApiDeps, type ApiRequest, type Reply, type Route } from './http';
import { refusalReply } from './refusals';

/** `GET /api/tickets/<id>/clocks`: why it is due then, in the reader's words and zone. Hidden and missing answer alike. */
export function explainRoutes({ app }: ApiDeps): readonly Route[] {
  async function explain(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    const explained = await app.explain(request.params.id ?? '', actor);
    if (!isRefused(explained)) return ok(explained);
    return refusalReply({ refusal: explained.refused, language: actor.language, now: app.clock.now().toISOString() });
  }

  return [{ method: 'get', path: '/api/tickets/:id/clocks', handle: explain, forKeys: readersOf('tickets') }];
}
