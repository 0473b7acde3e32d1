import pino, { type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from '../config/config';
import { shownError } from './shown-error';
import { traceIds } from './spans';

/** The log of the process: JSON, one line each. Where there are traces, a line names the one it belongs to. */
export function createLog(level: LogLevel, destination?: DestinationStream): Logger {
  const options = { level, mixin: traceIds, serializers: { err: shownError } };
  return destination ? pino(options, destination) : pino(options);
}
