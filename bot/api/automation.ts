import type { ServerResponse } from 'node:http';
import { canDryRun } from '../../shared/app';
import { AppError, hasRole, isRefused, refuse, type FieldProblem } from '../../shared/kernel';
import { automationRuleSchema } from '../../shared/automation/rule-schema';
import { refusalText } from '../../shared/strings';
import { ok, type ApiDeps, type ApiRequest, type Reply, type Route } from './http';
import { readInteger, readText } from './query';
import { readJson } from './read-body';
import { refusalReply } from './refusals';

/** Dry runs keep a processor busy: so many at a time on one instance, the others are asked to come back. */
const MAX_AT_A_TIME = 2;
const DEFAULT_RUNS = 100;
const MAX_RUNS = 500;
const FIELDS = ['id', 'rule', 'days'];

function problemsOf(body: Readonly<Record<string, unknown>>): readonly FieldProblem[] {
  return [
    ...Object.keys(body).filter((name) => !FIELDS.includes(name)).map((name) => ({ field: name.slice(0, 60), code: 'unknownField' })),
    ...(body.id !== undefined && typeof body.id !== 'string' ? [{ field: 'id', code: 'notText' }] : []),
    ...(typeof body.days !== 'number' ? [{ field: 'days', code: body.days === undefined ? 'required' : 'notNumber' }] : []),
  ];
}

/** What a rule would have done before it is saved, and what rules did. */
export function automationRoutes({ app }: ApiDeps): readonly Route[] {
  let running = 0;

  async function dryRun(request: ApiRequest, response: ServerResponse): Promise<Reply | undefined> {
    const { actor } = await request.caller();
    if (!canDryRun(actor)) throw new AppError('forbidden', 'forbidden');
    const body = await readJson(request.raw);
    const problems = problemsOf(body);
    const refused = (refusal: Parameters<typeof refusalReply>[0]['refusal']): Reply =>
      refusalReply({ refusal, language: request.language(), now: app.clock.now().toISOString(), schema: automationRuleSchema });
    if (problems.length > 0) return refused(refuse('kernel.invalidInput', undefined, problems).refused);
    if (running >= MAX_AT_A_TIME) throw new AppError('busy', 'tooManyReplays');
    running += 1;
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    try {
      const found = await app.dryRun({ id: body.id as string | undefined, rule: body.rule, days: body.days as number, actor: { ...actor, language: request.language() } }, gone.signal);
      return isRefused(found) ? refused(found.refused) : ok(found);
    } catch (error) {
      // Nobody is there to hear of it.
      if (gone.signal.aborted) return undefined;
      throw error;
    } finally {
      running -= 1;
    }
  }

  async function runs(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    if (!hasRole(actor, 'administrator', 'manager', 'changeManager', 'auditor')) throw new AppError('forbidden', 'forbidden');
    const limit = readInteger(request.query, 'limit', { fallback: DEFAULT_RUNS, max: MAX_RUNS });
    const found = await app.automation.log.list({ limit, ruleId: readText(request.query, 'ruleId'), recordId: readText(request.query, 'recordId') });
    const items = found.map(({ isDone: _isDone, runs: all, ...entry }) => ({
      ...entry,
      runs: all.map((run) => ({ ...run, steps: run.steps.map((step) => ({ ...step, ...(step.code && { text: refusalText({ code: step.code }, request.language(), entry.at) }) })) })),
    }));
    return ok({ items });
  }

  async function responses(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    const found = await app.responsesFor(request.params.id ?? '', actor);
    return isRefused(found) ? refusalReply({ refusal: found.refused, language: request.language(), now: app.clock.now().toISOString() }) : ok({ items: found });
  }

  return [
    { method: 'get', path: '/api/tickets/:id/responses', handle: responses },
    { method: 'post', path: '/api/automation/dry-run', handle: dryRun },
    { method: 'get', path: '/api/automation/runs', handle: runs },
  ];
}
