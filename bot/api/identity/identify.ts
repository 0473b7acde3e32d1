import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { App } from '../../../shared/app';
import type { KeyLimits } from '../../../shared/kernel';
import type { Person } from '../../../shared/people';
import type { Config } from '../../config/config';
import { identifyByHeader } from './development';
import { identifyByToken, type Issuer } from './entra-token';
import { carriesKey, identifyByKey } from './integration-key';

export interface Identified {
  readonly person: Person;
  /** When the sign-in ends. */
  readonly expiresAt?: Date;
  /** A program signed in with an integration key: what it allows. */
  readonly key?: KeyLimits;
}

/** Finds the person behind a request, or throws AppError `unauthenticated` or `forbidden`. */
export type Identify = (request: IncomingMessage, log: Pick<Logger, 'warn'>) => Promise<Identified>;

/** The header of development is looked at in development only; with an app id configured there is no such code path. */
export function createIdentify(app: App, config: Config, issuer?: Issuer): Identify {
  const byPeople = config.isDevelopment ? identifyByHeader(app) : identifyByToken(app, config, issuer);
  const byKey = identifyByKey(app);
  return (request, log) => (carriesKey(request) ? byKey(request, log) : byPeople(request, log));
}
