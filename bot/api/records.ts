import { practiceOf } from '../../shared/app';
import { isRefused, keyReads } from '../../shared/kernel';
import { ok, type ApiDeps, type ApiRequest, type Reply, type Route } from './http';
import { refusalReply } from './refusals';

/** `GET /api/<practice>/<id>`. What is not there and what is not for this reader answer alike, byte for byte. */
export function recordRoutes({ app }: ApiDeps): readonly Route[] {
  async function open(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    const { practice, id = '' } = request.params;
    const opened = practiceOf(id)?.name === practice ? await app.open(id, actor) : undefined;
    if (opened && !isRefused(opened)) return ok(opened);
    return refusalReply({ refusal: { code: 'kernel.notFound' }, language: actor.language, now: app.clock.now().toISOString() });
  }

  return [{ method: 'get', path: '/api/:practice/:id', handle: open, forKeys: (key, { practice = '' }) => keyReads({ key }, practice) }];
}
