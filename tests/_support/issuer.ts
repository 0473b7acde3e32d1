import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTHeaderParameters } from 'jose';
import type { Issuer } from '../../bot/api/identity/entra-token';
import { TEST_PEOPLE, type PersonKey } from './people';
import { TEST_CLIENT_ID, TEST_TENANT_ID } from './test-server';

interface Key {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

export interface TestIssuer {
  /** For `createServer({issuer})`. */
  readonly issuer: Issuer;
  /** How often the keys were asked for. */
  readonly fetches: () => number;
  /** A token of a person, good unless `claims` or `header` say otherwise; a claim of undefined is left out. */
  token(person: PersonKey, claims?: Readonly<Record<string, unknown>>, header?: Partial<JWTHeaderParameters>): Promise<string>;
  /** Signs with a new key from now on; the old one is no longer published. */
  rollOver(): Promise<void>;
  /** Signs with a key that is published under no id, but claims the id of the real one. */
  forge(person: PersonKey): Promise<string>;
  /** Answers 503 to those who ask for keys. */
  setBroken(isBroken: boolean): void;
  close(): Promise<void>;
}

async function makeKey(kid: string): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
}

/** An issuer like Entra ID: real keys, real signatures, keys published over HTTP. `now` gives the time that tokens carry. */
export async function startTestIssuer(now: () => Date): Promise<TestIssuer> {
  let key = await makeKey('key-1');
  let made = 1;
  let fetched = 0;
  let isBroken = false;
  const server = createServer((_request, response) => {
    fetched += 1;
    response.writeHead(isBroken ? 503 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ keys: [key.jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `https://login.microsoftonline.com/${TEST_TENANT_ID}/v2.0`;

  function claimsOf(person: PersonKey, claims: Readonly<Record<string, unknown>>): Record<string, unknown> {
    const { aadObjectId, name, mail } = TEST_PEOPLE[person];
    const seconds = Math.floor(now().getTime() / 1_000);
    const all: Record<string, unknown> = {
      aud: TEST_CLIENT_ID, iss: issuer, iat: seconds, nbf: seconds, exp: seconds + 3_600, oid: aadObjectId, tid: TEST_TENANT_ID, ver: '2.0',
      name, preferred_username: mail, scp: 'access_as_user', sub: `subject-${person}`, ...claims,
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  }

  const sign = (claims: Record<string, unknown>, kid: string, privateKey: CryptoKey, header: Partial<JWTHeaderParameters> = {}): Promise<string> =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid, ...header }).sign(privateKey);

  return {
    issuer: { issuer, jwksUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`, cooldownMs: 0 },
    fetches: () => fetched,
    token: (person, claims = {}, header) => sign(claimsOf(person, claims), key.kid, key.privateKey, header),
    async rollOver() {
      made += 1;
      key = await makeKey(`key-${made}`);
    },
    async forge(person) {
      const other = await makeKey('other');
      return sign(claimsOf(person, {}), key.kid, other.privateKey);
    },
    setBroken: (broken) => (isBroken = broken),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
