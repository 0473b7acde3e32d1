import { dryRunSchema } from '../../shared/catalog/dry-run-schema';
import { isRefused } from '../../shared/kernel';
import { ok, type ApiDeps, type ApiRequest, type Reply, type Route } from './http';
import { readJson } from './read-body';
import { refusalReply } from './refusals';

/** What a changed plan would have meant for former requests: asked with a body, nothing is stored. */
export function catalogRoutes({ app }: ApiDeps): readonly Route[] {
  async function dryRun(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    const language = request.language();
    const found = await app.planDryRun(await readJson(request.raw), { ...actor, language });
    return isRefused(found) ? refusalReply({ refusal: found.refused, language, now: app.clock.now().toISOString(), schema: dryRunSchema }) : ok(found);
  }

  return [{ method: 'post', path: '/api/plan-dry-run', handle: dryRun }];
}
