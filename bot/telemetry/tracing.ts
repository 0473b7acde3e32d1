import { context, diag, DiagLogLevel, propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type DiagLogger, type Span as OpenSpan } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { AlwaysOnSampler, BatchSpanProcessor, ParentBasedSampler, TraceIdRatioBasedSampler, TracerProvider } from '@opentelemetry/sdk-trace';
import type { Logger } from 'pino';
import type { TracingConfig } from '../config/telemetry-config';
import { errorType } from './shown-error';
import type { Span, SpanOptions, Tracer } from './spans';

export interface Tracing {
  readonly tracer: Tracer;
  /** Sends what was not sent yet, for as long as that may take at the end of the process. */
  stop(): Promise<void>;
}

const STOP_MS = 3_000;
/** A collector that is down is said once in a while, not with every batch. */
const COMPLAIN_MS = 60_000;
const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT } as const;

/** The SDK tells here what it could not send, with the answer of the collector: only that it happened is written down. */
function complaints(log: Logger): DiagLogger {
  let saidAt = Number.NEGATIVE_INFINITY;
  const ignore = (): void => undefined;
  return {
    error() {
      if (performance.now() - saidAt < COMPLAIN_MS) return;
      saidAt = performance.now();
      log.warn('traces could not be sent to OTEL_EXPORTER_OTLP_ENDPOINT');
    },
    warn: ignore, info: ignore, debug: ignore, verbose: ignore,
  };
}

function watched(span: OpenSpan): Span {
  return {
    set: (attributes) => void span.setAttributes(attributes),
    fail: (type) => void span.setAttribute('error.type', type).setStatus({ code: SpanStatusCode.ERROR }),
  };
}

function createTracer(provider: TracerProvider): Tracer {
  const spans = provider.getTracer('bellhop');

  return {
    async inSpan(name, { kind, attributes, from, isPartOnly }: SpanOptions, work) {
      if (isPartOnly && !trace.getActiveSpan()) return work({ set: () => undefined, fail: () => undefined });
      const parent = from ? propagation.extract(ROOT_CONTEXT, from) : context.active();
      const options = { kind: kind ? KINDS[kind] : SpanKind.INTERNAL, ...(attributes && { attributes: { ...attributes } }) };
      return spans.startActiveSpan(name, options, parent, async (span) => {
        try {
          return await work(watched(span));
        } catch (error) {
          // Not recordException: its message may hold what somebody wrote.
          watched(span).fail(errorType(error));
          throw error;
        } finally {
          span.end();
        }
      });
    },
    ids() {
      const active = trace.getActiveSpan()?.spanContext();
      return active ? { trace_id: active.traceId, span_id: active.spanId } : {};
    },
    headers() {
      const headers: Record<string, string> = {};
      propagation.inject(context.active(), headers);
      return headers;
    },
  };
}

/**
 * Traces by the OpenTelemetry SDK, sent as OTLP over HTTP in JSON. Headers, certificates and timeouts are read by the exporter
 * itself from the variables that OpenTelemetry names. Loaded only where an endpoint is set.
 */
export function startTracing({ serviceName, ratio, followsCaller }: TracingConfig, log: Logger): Tracing {
  diag.setLogger(complaints(log), { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true });
  const named = resourceFromAttributes({ 'service.name': serviceName });
  const root = ratio === 1 ? new AlwaysOnSampler() : new TraceIdRatioBasedSampler(ratio);
  const provider = new TracerProvider({
    resource: defaultResource().merge(detectResources({ detectors: [envDetector] })).merge(named),
    sampler: followsCaller ? new ParentBasedSampler({ root }) : root,
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  return {
    tracer: createTracer(provider),
    async stop() {
      const tooLong = new Promise<void>((resolve) => setTimeout(resolve, STOP_MS).unref());
      await Promise.race([provider.shutdown().catch(() => undefined), tooLong]);
      context.disable();
      propagation.disable();
      diag.disable();
    },
  };
}
