import type { Env } from './env';

/** Where Prometheus may ask, apart from where people and programs do. */
export interface MetricsConfig {
  readonly host: string;
  readonly port: number;
}

/** Traces are sent by OTLP; address and headers are read by the exporter itself. */
export interface TracingConfig {
  readonly serviceName: string;
  /** Of traces that begin here, from 0 to 1. */
  readonly ratio: number;
  /** Whether a caller who says that it records, or does not, is followed. */
  readonly followsCaller: boolean;
}

type Check = (isRight: unknown, problem: string) => void;

const SAMPLERS = ['always_on', 'always_off', 'traceidratio', 'parentbased_always_on', 'parentbased_always_off', 'parentbased_traceidratio'];

/** undefined: no metrics are wanted. */
export function readMetrics(env: Env, check: Check): MetricsConfig | undefined {
  if (env.metricsPort === undefined) {
    check(!env.metricsHost, 'BELLHOP_METRICS_HOST says where metrics are served; set BELLHOP_METRICS_PORT, too.');
    return undefined;
  }
  const port = Number(env.metricsPort);
  check(Number.isInteger(port) && port >= 0 && port <= 65_535, `BELLHOP_METRICS_PORT must be a number from 0 to 65535, not "${env.metricsPort}".`);
  check(port === 0 || port !== Number(env.port ?? 0), 'BELLHOP_METRICS_PORT must be another port than PORT: metrics are not for everybody.');
  return { port, host: env.metricsHost ?? '127.0.0.1' };
}

/** undefined: no traces are wanted. The variables are those of the OpenTelemetry specification. */
export function readTracing(env: Env, check: Check): TracingConfig | undefined {
  const endpoint = env.otlpTracesEndpoint ?? env.otlpEndpoint;
  if (!endpoint || env.otelDisabled?.toLowerCase() === 'true' || env.tracesExporter?.toLowerCase() === 'none') return undefined;
  const isAddress = URL.canParse(endpoint) && /^https?:$/.test(new URL(endpoint).protocol);
  // Not the address itself: it may hold a key.
  check(isAddress, 'OTEL_EXPORTER_OTLP_ENDPOINT must be an address such as http://localhost:4318.');
  check(!env.otlpProtocol || env.otlpProtocol === 'http/json', `OTEL_EXPORTER_OTLP_PROTOCOL must be http/json, the only one that Bellhop speaks, not "${env.otlpProtocol}".`);
  check(!env.tracesExporter || env.tracesExporter === 'otlp', `OTEL_TRACES_EXPORTER must be otlp or none, not "${env.tracesExporter}".`);
  const sampler = env.sampler ?? 'parentbased_always_on';
  check(SAMPLERS.includes(sampler), `OTEL_TRACES_SAMPLER must be one of ${SAMPLERS.join(', ')}.`);
  const asked = Number(env.samplerRatio ?? 1);
  check(asked >= 0 && asked <= 1, `OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1, not "${env.samplerRatio}".`);
  const ratio = sampler.endsWith('always_off') ? 0 : sampler.endsWith('traceidratio') ? asked : 1;
  return { serviceName: env.serviceName ?? 'bellhop', ratio, followsCaller: sampler.startsWith('parentbased') };
}
