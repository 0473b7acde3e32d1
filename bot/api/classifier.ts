import { AppError, hasRole, isAgent, type Actor } from '../../shared/kernel';
import { ok, type ApiDeps, type ApiRequest, type Reply, type Route } from './http';

/** Who handles tickets may know what finds their categories, and how often it errs. */
function checkReader(actor: Actor): void {
  if (!isAgent(actor) && !hasRole(actor, 'administrator')) throw new AppError('forbidden', 'forbidden');
}

/** What finds categories from texts, and learning it anew. */
export function classifierRoutes({ app }: ApiDeps): readonly Route[] {
  async function show(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    checkReader(actor);
    const { id, version } = app.desk.directory.settings();
    const settings = hasRole(actor, 'administrator') && id && version ? { id, version } : undefined;
    return ok({ ...(await app.learning.view()), ...(settings && { settings }) });
  }

  async function learn(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    if (!hasRole(actor, 'administrator')) throw new AppError('forbidden', 'forbidden');
    await app.learning.ask();
    return ok((await app.learning.view()).progress);
  }

  return [
    { method: 'get', path: '/api/classifier', handle: show },
    { method: 'post', path: '/api/classifier/learn', handle: learn },
  ];
}
