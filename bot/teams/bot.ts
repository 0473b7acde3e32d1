import type { IncomingMessage, ServerResponse } from 'node:http';
import { createConversations, createDeliveries, type App } from '../../shared/app';
import { pickLanguage, translator } from '../../shared/strings';
import type { Config } from '../config/config';
import { inSpan } from '../telemetry';
import { BellhopAdapter, UntrustedActivityError, type AdapterTrust } from './adapter';
import type { BotDeps, Log } from './deps';
import { answerFailure } from './failures';
import { connectorRule, type HostRule } from './hosts';
import { checkOrigin, isForeignPage, readActivity, turnName } from './incoming';
import { createLater } from './later';
import { linksFor } from './links';
import { createPlaces } from './places';
import { createRouter } from './router';
import { createSender, type Sender } from './sender';
import { beginTurn, type Origin } from './turn';
import { createTurnMemory, type TurnResult } from './turn-memory';

export interface BotOptions {
  readonly app: App;
  readonly config: Config;
  readonly log: Log;
  /** Tests with tokens of a local issuer bring their own trust, and a connector on this machine. */
  readonly trust?: AdapterTrust & { readonly connectors: HostRule };
}

export interface Bot {
  /** Serves `POST /api/messages`; the body is parsed already. */
  handle(request: IncomingMessage & { readonly body?: unknown }, response: ServerResponse, origin: Origin): Promise<void>;
  readonly sender: Sender;
  /** Resolves when no work is left that goes on after an answer. */
  settled(): Promise<void>;
}

function answer(response: ServerResponse, language: string | undefined, { status, body, code }: { status: number; body?: unknown; code?: string }): void {
  const t = translator(pickLanguage(language));
  const said = code ? { error: { code, text: t(`error.${code}`) } } : body;
  response.statusCode = status;
  if (said === undefined) {
    response.end();
    return;
  }
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(said));
}

/** The Teams side: activities in, cards and messages out. */
export function createBot({ app, config, log, trust }: BotOptions): Bot {
  const isAllowed = trust?.connectors ?? connectorRule(config);
  const adapter = new BellhopAdapter(config, trust);
  const sender = createSender(adapter, isAllowed, config.microsoftAppId);
  const { later, settled } = createLater();
  const conversations = createConversations(app.storage, app.partition);
  const deliveries = createDeliveries(app.storage, app.partition, app.clock);
  const deps: BotDeps = { app, config, log, adapter, sender, later, conversations, deliveries, chat: { app, link: linksFor(config) } };
  const router = createRouter(deps, createPlaces(deps));
  const memory = createTurnMemory();

  async function receive(request: IncomingMessage & { readonly body?: unknown }, { log, correlationId }: Origin, sent: Promise<void>): Promise<{ status: number; body?: unknown; code?: string }> {
    if (config.isDevelopment && isForeignPage(request.headers.origin)) return { status: 403, code: 'activity.foreignPage' };
    const activity = readActivity(request.body);
    if ('status' in activity) return activity;
    let who: Awaited<ReturnType<BellhopAdapter['authenticate']>>;
    try {
      who = await adapter.authenticate(activity, request.headers.authorization ?? '');
    } catch (error) {
      const isUntrusted = error instanceof UntrustedActivityError;
      log.warn({ err: error }, 'activity not authenticated');
      return { status: isUntrusted ? 401 : 503, code: isUntrusted ? 'activity.untrusted' : 'activity.cannotCheck' };
    }
    const turned = checkOrigin(activity, config, isAllowed);
    if (turned) {
      log.warn({ code: turned.code, serviceUrl: activity.serviceUrl }, 'activity not accepted');
      return turned;
    }
    const result: TurnResult = await memory.run(activity, () => inSpan(`turn ${turnName(activity)}`, {}, () =>
      adapter.runTurn(who, activity, async (context) => {
        beginTurn(context, { log, correlationId, sent });
        try {
          await router.run(context);
        } catch (error) {
          await answerFailure(deps, context, error);
        }
      }),
    ));
    return { status: result?.status ?? 200, body: result?.body };
  }

  return {
    sender,
    settled,
    async handle(request, response, origin) {
      let isSent = (): void => undefined;
      const sent = new Promise<void>((resolve) => (isSent = resolve));
      try {
        answer(response, request.headers['accept-language'], await receive(request, origin, sent));
      } finally {
        isSent();
      }
    },
  };
}
