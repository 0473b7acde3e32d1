import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload } from 'jose';
import { joinPerson, type App } from '../../../shared/app';
import { AppError } from '../../../shared/kernel';
import type { Config } from '../../config/config';
import type { Identify } from './identify';

/** Who issues tokens. Tests run an issuer of their own; no setting can name another one. */
export interface Issuer {
  readonly issuer: string;
  readonly jwksUrl: string;
  /** An unknown key id asks for the keys again at most this often. */
  readonly cooldownMs?: number;
}

const SCOPE = 'access_as_user';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const KEYS_TIMEOUT_MS = 5_000;
/** Entra ID announces keys days before it signs with them; an unknown key id asks again at once. */
const KEYS_MAX_AGE_MS = 12 * 3_600_000;
/** Clocks of servers differ a little. */
const TOLERANCE_SECONDS = 60;

export function entraIssuer(tenantId: string): Issuer {
  return {
    issuer: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    jwksUrl: `https://login.microsoftonline.com/${tenantId}/discovery/v2.0/keys`,
  };
}

const KEYS_FAILED = ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'];

/** What jose found, in words for whoever looks into the network log: the answer's WWW-Authenticate header carries them. */
function reasonOf(error: unknown): AppError {
  if (error instanceof errors.JWTExpired) return new AppError('unauthenticated', 'token.expired');
  if (error instanceof errors.JWTClaimValidationFailed) return new AppError('unauthenticated', `token.${error.claim.replace(/[^a-z]/gi, '')}`);
  if (error instanceof errors.JWKSNoMatchingKey) return new AppError('unauthenticated', 'token.unknownKey');
  if (error instanceof errors.JOSEAlgNotAllowed) return new AppError('unauthenticated', 'token.algorithm');
  if (error instanceof errors.JWSSignatureVerificationFailed) return new AppError('unauthenticated', 'token.signature');
  // The keys could not be fetched: nobody's token is wrong because of that.
  if (!(error instanceof errors.JOSEError) || KEYS_FAILED.includes(error.code)) return new AppError('busy', 'signInKeys', { cause: error });
  return new AppError('unauthenticated', 'token.malformed');
}

function bearerOf(header: string | undefined): string {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(header ?? '')?.[1];
  if (!token) throw new AppError('unauthenticated', 'token.missing');
  return token;
}

const textOf = (payload: JWTPayload, claim: string): string | undefined => {
  const value = payload[claim];
  return typeof value === 'string' ? value : undefined;
};

function checkClaims(payload: JWTPayload, tenantId: string): { readonly objectId: string } {
  if (textOf(payload, 'tid')?.toLowerCase() !== tenantId) throw new AppError('unauthenticated', 'token.tenant');
  if (!textOf(payload, 'scp')?.split(' ').includes(SCOPE)) throw new AppError('unauthenticated', 'token.scope');
  const objectId = textOf(payload, 'oid');
  if (!objectId || !UUID.test(objectId)) throw new AppError('unauthenticated', 'token.oid');
  return { objectId: objectId.toLowerCase() };
}

/** Verifies the Entra ID token that Teams gives the tab: signature, issuer, audience, tenant, times and scope. */
export function identifyByToken(app: App, config: Config, issuer: Issuer = entraIssuer(config.tenantId)): Identify {
  const keys = createRemoteJWKSet(new URL(issuer.jwksUrl), {
    timeoutDuration: KEYS_TIMEOUT_MS,
    cacheMaxAge: KEYS_MAX_AGE_MS,
    ...(issuer.cooldownMs !== undefined && { cooldownDuration: issuer.cooldownMs }),
  });
  const { host } = new URL(config.publicUrl);
  const audience = [config.clientId, `api://${host}/${config.clientId}`];

  return async (request) => {
    const token = bearerOf(request.headers.authorization);
    const { payload } = await jwtVerify(token, keys, {
      audience,
      issuer: issuer.issuer,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'tid', 'oid'],
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: app.clock.now(),
    }).catch((error: unknown) => {
      throw reasonOf(error);
    });
    const { objectId } = checkClaims(payload, config.tenantId);
    const person = await joinPerson(
      app,
      { aadObjectId: objectId, name: textOf(payload, 'name'), mail: textOf(payload, 'preferred_username') ?? textOf(payload, 'upn') },
      config.administrators,
    );
    return { person, expiresAt: new Date((payload.exp as number) * 1_000) };
  };
}
