import { findAction } from '../../shared/app';
import type { FieldProblem } from '../../shared/kernel';
import { HttpError } from './errors';
import { anyKey, ok, type ApiDeps, type ApiRequest, type Reply, type Route } from './http';
import { readJson } from './read-body';
import { refusalReply, schemaOf } from './refusals';

const KEY = /^[\x21-\x7e]{1,200}$/;

function idempotencyKeyOf(request: ApiRequest): string | undefined {
  const key = request.raw.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !KEY.test(key)) throw new HttpError(400, 'badIdempotencyKey');
  return key;
}

interface Envelope {
  readonly id?: string;
  readonly version?: number;
  readonly input: Readonly<Record<string, unknown>>;
  readonly problems: readonly FieldProblem[];
}

/** Takes `id` and `version` off the input. Actions that make a record have neither, so there they are unknown fields. */
function openEnvelope(body: Readonly<Record<string, unknown>>, creates: boolean): Envelope {
  if (creates) return { input: body, problems: [] };
  const { id, version, ...input } = body;
  const problems: FieldProblem[] = [];
  if (id === undefined) problems.push({ field: 'id', code: 'required' });
  else if (typeof id !== 'string') problems.push({ field: 'id', code: 'notText' });
  if (version !== undefined && !Number.isSafeInteger(version)) problems.push({ field: 'version', code: 'notNumber' });
  return {
    input, problems,
    ...(typeof id === 'string' && { id }),
    ...(typeof version === 'number' && { version }),
  };
}

/** `POST /api/<practice>.<verb>`: the one way to change anything over HTTP. */
export function actionRoutes({ app }: ApiDeps): readonly Route[] {
  async function perform(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    const action = request.params.action ?? '';
    const idempotencyKey = idempotencyKeyOf(request);
    const now = app.clock.now().toISOString();
    const refuse = (refused: Parameters<typeof refusalReply>[0]['refusal'], current?: Parameters<typeof refusalReply>[0]['current']) =>
      refusalReply({ refusal: refused, language: actor.language, now, schema: schemaOf(action), current });

    const found = findAction(action);
    if (!found || found.action.internal) return refuse({ code: 'kernel.unknownAction' });
    const { id, version, input, problems } = openEnvelope(await readJson(request.raw), found.action.creates !== undefined);
    if (problems.length > 0) return refuse({ code: 'kernel.invalidInput', problems });
    const performed = await app.perform({ action, id, version, input, actor, idempotencyKey });
    return 'refused' in performed ? refuse(performed.refused, performed.current) : ok(performed);
  }

  return [{ method: 'post', path: '/api/:action', handle: perform, forKeys: anyKey }];
}
