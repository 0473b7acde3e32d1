import { actorIn } from '../../shared/catalog';
import { AppError, isAgent } from '../../shared/kernel';
import type { Person } from '../../shared/people';
import { isLocalRequest } from './identity/development';
import { anyKey, ok, type ApiDeps, type ApiRequest, type Reply, type Route } from './http';

/** Who is signed in, how to sign in, and in development whom one can be. */
export function meRoutes({ app, config }: ApiDeps): readonly Route[] {
  const { directory } = app.desk;
  const mode = config.isDevelopment ? 'development' : 'teams';

  async function me(request: ApiRequest): Promise<Reply> {
    const { person, actor } = await request.caller();
    const groupIds = [...new Set([...actor.groupIds, ...actor.leadsGroupIds])];
    return ok({
      id: actor.id,
      name: actor.name,
      mail: person.mail,
      roles: actor.roles,
      groups: groupIds.map((id) => ({ id, name: directory.group(id)?.name ?? id, isLead: actor.leadsGroupIds.includes(id) })),
      language: actor.language,
      zone: actor.zone,
      isAgent: isAgent(actor),
      companyName: directory.settings().companyName ?? '',
      mode,
    });
  }

  async function session(): Promise<Reply> {
    return ok({ mode, ...(!config.isDevelopment && { clientId: config.clientId }), ...(config.playgroundUrl && { playgroundUrl: config.playgroundUrl }) });
  }

  function cast(person: Person): object {
    const actor = actorIn(directory, person, 'tab', app.clock.now().toISOString());
    return {
      id: person.id,
      name: person.name,
      title: person.title ?? '',
      roles: actor.roles,
      groups: [...new Set([...actor.groupIds, ...actor.leadsGroupIds])].map((id) => directory.group(id)?.name ?? id),
    };
  }

  async function people(request: ApiRequest): Promise<Reply> {
    if (!isLocalRequest(request.raw)) throw new AppError('unauthenticated', 'notLocal');
    return ok({ items: [...directory.people()].filter((person) => !person.retired).map(cast) });
  }

  return [
    { method: 'get', path: '/api/me', handle: me, forKeys: anyKey },
    { method: 'get', path: '/api/session', handle: session },
    ...(config.isDevelopment ? [{ method: 'get' as const, path: '/api/dev/people', handle: people }] : []),
  ];
}
