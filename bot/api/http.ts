import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { App } from '../../shared/app';
import { keyReads, type Actor, type KeyLimits, type Language } from '../../shared/kernel';
import type { Person } from '../../shared/people';
import type { Config } from '../config/config';
import type { Meter } from '../telemetry';

/** Who calls, from a verified identity. */
export interface Caller {
  readonly person: Person;
  readonly actor: Actor;
  /** When the sign-in ends; absent in development. */
  readonly expiresAt?: Date;
}

/** One request, read as far as every route needs it. */
export interface ApiRequest {
  readonly raw: IncomingMessage;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** In which language to answer: what the request asks for, else what its person reads. */
  readonly language: () => Language;
  readonly correlationId: string;
  /** Every line names the request. */
  readonly log: Logger;
  /** The signed-in person; throws AppError `unauthenticated` for everybody else. */
  readonly caller: () => Promise<Caller>;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, or as it is when it is a buffer. */
  readonly body?: object | Buffer;
}

/** Does this integration key open the address? */
export type KeyGate = (key: KeyLimits, params: Readonly<Record<string, string>>) => boolean;

/** Keys that may read all of these practices. */
export const readersOf = (...practices: readonly string[]): KeyGate => (key) => practices.every((practice) => keyReads({ key }, practice));

/** Any key: what is behind the address asks the registry, which knows what the key allows. */
export const anyKey: KeyGate = () => true;

/** Answers with a reply, or writes to the response itself and returns nothing. */
export type Handler = (request: ApiRequest, response: ServerResponse) => Promise<Reply | undefined>;

export interface Route {
  readonly method: 'get' | 'post' | 'del';
  /** In the notation of restify: `/api/lists/:list`. */
  readonly path: string;
  readonly handle: Handler;
  /** Which integration keys open it; absent: none, it is for people. */
  readonly forKeys?: KeyGate;
}

export interface ApiDeps {
  readonly app: App;
  readonly config: Config;
  readonly log: Logger;
  readonly meter: Meter;
}

export const ok = (body: object): Reply => ({ status: 200, body });
