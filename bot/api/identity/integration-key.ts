import type { IncomingMessage } from 'node:http';
import { hashOfSecret, isSameHash, keyIdOf, type App } from '../../../shared/app';
import { hashesNow, integrationKeyIn, limitsOf } from '../../../shared/integration-keys';
import { AppError } from '../../../shared/kernel';
import type { Identify } from './identify';

const BEARER = /^Bearer (bhk_\S{1,200})$/i;
/** What a key that is not there is compared with, so that nobody learns from the time which ones are. */
const NOBODYS = hashOfSecret('');

const secretOf = (request: IncomingMessage): string | undefined => BEARER.exec(request.headers.authorization ?? '')?.[1];

/** Does somebody sign in with an integration key here? */
export const carriesKey = (request: IncomingMessage): boolean => secretOf(request) !== undefined;

/**
 * A program with an integration key: the person of the key, and what the key allows. Unknown, wrong, revoked, expired, or of somebody
 * who has left: the answer is one and the same. From memory, but for the first use on each day.
 */
export function identifyByKey(app: App): Identify {
  const { directory } = app.desk;
  return async (request, log) => {
    const secret = secretOf(request) ?? '';
    const id = keyIdOf(secret);
    const key = id === undefined ? undefined : integrationKeyIn(directory, id);
    const hashes = key ? hashesNow(key, directory, app.clock.now().toISOString()) : [];
    const own = hashOfSecret(secret);
    // All of them are compared, and always something.
    const isRight = [...hashes, NOBODYS].filter((hash) => isSameHash(hash, own)).length > 0;
    const person = key && isRight ? directory.person(key.personId) : undefined;
    if (!key || !person || person.retired) throw new AppError('unauthenticated', 'integrationKey');
    await app.keyUses.note(key.id).catch((error: unknown) => log.warn({ err: error, key: key.id }, 'the use of an integration key was not noted'));
    return { person, key: limitsOf(key) };
  };
}
