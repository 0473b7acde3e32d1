import { TeamsAdapter } from '@microsoft/teams-ai';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import type { Config } from '../config/config';

/** Settings of the Bot Framework that only tests change: a local issuer of tokens instead of Microsoft's. */
export interface AdapterTrust {
  readonly framework: Readonly<Record<string, string>>;
  readonly credentials: ConstructorParameters<typeof TeamsAdapter>[1];
}

/** The token is missing, forged, expired, or for somebody else. */
export class UntrustedActivityError extends Error {}

const TOKEN_ERRORS = ['AuthenticationError', 'JsonWebTokenError', 'TokenExpiredError', 'NotBeforeError', 'SyntaxError'];

type Authenticated = Awaited<ReturnType<BellhopAdapter['authenticate']>>;

/**
 * The authenticated adapter of the Bot Framework, in two steps: first the token, then the turn. In one step, as the SDK does
 * it, a forged token and a failing turn look the same (both answered with 500).
 */
export class BellhopAdapter extends TeamsAdapter {
  constructor(private readonly config: Config, trust?: AdapterTrust) {
    const { microsoftAppId, microsoftAppPassword, microsoftAppType, tenantId, isDevelopment } = config;
    if (!microsoftAppId && !isDevelopment) throw new Error('the bot takes unauthenticated activities in development only');
    // The SDK asserts a password and a tenant as soon as a type is given, so development gives none.
    const bot = {
      MicrosoftAppId: microsoftAppId,
      MicrosoftAppPassword: microsoftAppPassword,
      MicrosoftAppType: microsoftAppType === 'UserAssignedMSI' ? 'UserAssignedMsi' : microsoftAppType,
      MicrosoftAppTenantId: tenantId,
    };
    super(isDevelopment ? {} : { ...bot, ...trust?.framework }, trust?.credentials);
  }

  /** Checks the token against the activity. In development there is none, and a wrong one does no harm. */
  async authenticate(activity: Activity, authorization: string) {
    try {
      return await this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
    } catch (error) {
      const name = error instanceof Error ? (error.name === 'Error' ? error.constructor.name : error.name) : '';
      if (TOKEN_ERRORS.includes(name) || (error as { statusCode?: unknown }).statusCode === 401) {
        throw new UntrustedActivityError((error as Error).message, { cause: error });
      }
      throw error;
    }
  }

  /** Runs the turn of an activity whose token was checked; the answer of an invoke comes back. */
  async runTurn(who: Authenticated, activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    return (this as unknown as Turns).processActivity(who, activity, logic);
  }

  /** Signs a request of our own to a connector; nothing to add in development. */
  async signedHeaders(serviceUrl: string): Promise<Headers> {
    const identity = this.createClaimsIdentity(this.config.microsoftAppId);
    const client = await this.botFrameworkAuthentication.createConnectorFactory(identity).create(serviceUrl);
    const headers = new Headers({ 'content-type': 'application/json' });
    await (client as unknown as Signing).credentials.signRequest({ headers });
    return headers;
  }
}

/** Parts of the SDK that exist at run time and are left out of its types. */
interface Turns {
  processActivity(who: Authenticated, activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined>;
}

interface Signing {
  readonly credentials: { signRequest(request: { headers: Headers }): Promise<unknown> };
}
