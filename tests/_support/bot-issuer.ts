import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import type { BotOptions } from '../../bot/teams';
import { productionConfig } from './test-server';

const ISSUER = 'https://api.botframework.com';
const BOT_APP = productionConfig().microsoftAppId;

export interface TokenChanges {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly alg?: 'RS256' | 'HS256' | 'none';
  /** Signs with a key that is not published, under the id of the real one. */
  readonly isForged?: boolean;
  readonly kid?: string;
}

export interface BotIssuer {
  /** For `createBot({trust})`: tokens of this issuer are good, and connectors of this machine too. */
  readonly trust: NonNullable<BotOptions['trust']>;
  /** A token for activities that name this connector; good unless changed. */
  token(serviceUrl: string, changes?: TokenChanges): Promise<string>;
  close(): Promise<void>;
}

/** An issuer like the Bot Framework's: real keys, endorsed for Teams, published over HTTP. */
export async function startBotIssuer(): Promise<BotIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const other = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'key-1', alg: 'RS256', use: 'sig', endorsements: ['msteams'] };
  const server = createServer((request, response) => {
    const isKeys = request.url?.endsWith('/keys');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(isKeys ? { keys: [jwk] } : { issuer: ISSUER, jwks_uri: `${base()}/keys`, id_token_signing_alg_values_supported: ['RS256'] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function sign(claims: Record<string, unknown>, { alg = 'RS256', isForged = false, kid = 'key-1' }: TokenChanges): Promise<string> {
    if (alg === 'none') return new UnsecuredJWT(claims).encode();
    const key: CryptoKey | Uint8Array = alg === 'HS256' ? new TextEncoder().encode(JSON.stringify(jwk)) : isForged ? other.privateKey : privateKey;
    return new SignJWT(claims).setProtectedHeader({ alg, kid, typ: 'JWT' }).sign(key);
  }

  return {
    trust: {
      connectors: (url) => url.hostname === '127.0.0.1',
      framework: {
        ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        ToBotFromChannelTokenIssuer: ISSUER,
        OAuthUrl: base(),
        // A path of its own each time: the SDK keeps keys per address, for the whole process and a day.
        ToBotFromChannelOpenIdMetadataUrl: `${base()}/channel`,
        ToBotFromEmulatorOpenIdMetadataUrl: `${base()}/emulator`,
        CallerId: '',
      },
      credentials: {
        isValidAppId: async (appId: string) => appId === BOT_APP,
        isAuthenticationDisabled: async () => false,
        createCredentials: async () => ({
          signRequest: async (request: { headers: { set(name: string, value: string): void } }) => {
            request.headers.set('authorization', 'Bearer token-of-the-bot');
            return request;
          },
        }),
      } as unknown as NonNullable<BotOptions['trust']>['credentials'],
    },
    token(serviceUrl, changes = {}) {
      const now = Math.floor(Date.now() / 1_000);
      const claims = { iss: ISSUER, aud: BOT_APP, serviceurl: serviceUrl, nbf: now - 60, iat: now - 60, exp: now + 3_600, ...changes.claims };
      return sign(claims, changes);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
