import { keyVocabulary } from '../../shared/app';
import { integrationKeyIn, keepsKeys } from '../../shared/integration-keys';
import type { KeyScopes, KeyUse } from '../../shared/integration-keys/integration-key-views';
import { hasRole } from '../../shared/kernel';
import { translator } from '../../shared/strings';
import { ok, type ApiDeps, type ApiRequest, type Reply, type Route } from './http';

/** What administrators ask about integration keys beside their entries: what keys can be made for, and when they were used last. */
export function integrationKeyRoutes({ app }: ApiDeps): readonly Route[] {
  const { directory } = app.desk;

  async function scopes(request: ApiRequest): Promise<Reply> {
    await request.caller();
    const t = translator(request.language());
    const { practices, actions } = keyVocabulary();
    const found: KeyScopes = {
      practices: practices.map((name) => ({
        name, label: t(`keyScope.${name}`),
        actions: actions.filter((action) => action.name.startsWith(`${name}.`)).map((action) => ({ ...action, label: t(`action.${action.name}`) })),
      })),
    };
    return ok(found);
  }

  async function uses(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    const seesAll = keepsKeys(actor) || hasRole(actor, 'auditor');
    const days = [...(await app.keyUses.list())];
    const items: readonly KeyUse[] = days.filter(([id]) => seesAll || integrationKeyIn(directory, id)?.personId === actor.id).map(([id, day]) => ({ id, day }));
    return ok({ items });
  }

  return [
    { method: 'get', path: '/api/integration-keys/scopes', handle: scopes },
    { method: 'get', path: '/api/integration-keys/uses', handle: uses },
  ];
}
