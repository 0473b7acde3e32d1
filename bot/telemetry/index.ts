import type { Logger } from 'pino';
import type { PerformObserver } from '../../shared/app';
import type { Storage } from '../../shared/storage/port';
import type { Config } from '../config/config';
import { noMeter, type Meter } from './meter';
import type { MetricSources } from './metrics';
import { observePerform } from './observe-perform';
import { observeStorage } from './observe-storage';
import { useTracer } from './spans';

export { createLog } from './log';
export { noMeter, type Meter } from './meter';
export { observeDeliveries } from './observe-deliveries';
export { errorType } from './shown-error';
export { inSpan, traceHeaders, type Span } from './spans';

export interface Telemetry {
  readonly meter: Meter;
  /** The storage, watched where somebody wants to know. */
  observed(storage: Storage): Storage;
  /** Absent: nobody wants to know. */
  readonly onPerform: PerformObserver | undefined;
  /** Serves the metrics; resolves with their address, or undefined where none are wanted. */
  serve(sources: MetricSources): Promise<string | undefined>;
  stop(): Promise<void>;
}

/** Metrics and traces as far as they are configured. What is not wanted is not even loaded: the SDK costs start time and memory. */
export function startTelemetry({ metrics, tracing }: Pick<Config, 'metrics' | 'tracing'>, log: Logger): Telemetry {
  /* eslint-disable @typescript-eslint/no-require-imports */
  const counted = metrics && (require('./metrics') as typeof import('./metrics')).createMetrics();
  const traced = tracing && (require('./tracing') as typeof import('./tracing')).startTracing(tracing, log);
  const meter = counted?.meter ?? noMeter;
  const isWanted = counted !== undefined || traced !== undefined;
  let closeServer: (() => Promise<void>) | undefined;
  useTracer(traced?.tracer);

  return {
    meter,
    observed: (storage) => (isWanted ? observeStorage(storage, meter) : storage),
    onPerform: isWanted ? observePerform(meter) : undefined,
    async serve(sources) {
      if (!counted) return undefined;
      counted.watch(sources);
      const { serveMetrics } = require('./metrics-server') as typeof import('./metrics-server');
      const { address, close } = await serveMetrics(counted, metrics, log);
      closeServer = close;
      return address;
    },
    async stop() {
      await closeServer?.();
      await traced?.stop();
      useTracer(undefined);
    },
  };
  /* eslint-enable @typescript-eslint/no-require-imports */
}
