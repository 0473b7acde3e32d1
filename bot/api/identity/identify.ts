import type { IncomingMessage } from 'node:http';
import type { App } from '../../../shared/app';
import type { Person } from '../../../shared/people';
import type { Config } from '../../config/config';
import { identifyByHeader } from './development';
import { identifyByToken, type Issuer } from './entra-token';

export interface Identified {
  readonly person: Person;
  /** When the sign-in ends. */
  readonly expiresAt?: Date;
}

/** Finds the person behind a request, or throws AppError `unauthenticated` or `forbidden`. */
export type Identify = (request: IncomingMessage) => Promise<Identified>;

/** The header of development is looked at in development only; with an app id configured there is no such code path. */
export function createIdentify(app: App, config: Config, issuer?: Issuer): Identify {
  return config.isDevelopment ? identifyByHeader(app) : identifyByToken(app, config, issuer);
}
