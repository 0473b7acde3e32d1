import pino, { type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from '../config/config';
import { correlationId } from './request-context';
import { shownError } from './shown-error';
import { traceIds } from './spans';

/** The log of the process: JSON, one line each. Lines of a request carry its id, and that of its trace where there is one. */
export function createLog(level: LogLevel, destination?: DestinationStream): Logger {
  const mixin = (): object => {
    const id = correlationId();
    return { ...(id !== undefined && { correlationId: id }), ...traceIds() };
  };
  const options = { level, mixin, serializers: { err: shownError } };
  return destination ? pino(options, destination) : pino(options);
}
