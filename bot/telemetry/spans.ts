import type { IncomingHttpHeaders } from 'node:http';

/** Never words or names of people: whoever reads traces may not be somebody who may read tickets. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>;

export interface Span {
  set(attributes: SpanAttributes): void;
  /** It ended badly although nothing was thrown. */
  fail(errorType: string): void;
}

export interface SpanOptions {
  /** `server`: somebody asked us; `client`: we asked somebody; absent: neither. */
  readonly kind?: 'server' | 'client';
  readonly attributes?: SpanAttributes;
  /** Headers of a request whose `traceparent` (W3C Trace Context) is continued. */
  readonly from?: IncomingHttpHeaders;
  /** Only as part of something else: looking for work every second is not worth a trace. */
  readonly isPartOnly?: true;
}

/** What `tracing.ts` brings when traces are wanted. */
export interface Tracer {
  inSpan<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T>;
  /** `trace_id` and `span_id` of what is going on, as logs name them. */
  ids(): Readonly<Record<string, string>>;
  /** `traceparent` of what is going on. */
  headers(): Readonly<Record<string, string>>;
}

const UNSEEN: Span = { set: () => undefined, fail: () => undefined };

/** One for the process, like the log of a request: what is traced lies too deep to be handed everything that watches it. */
let tracer: Tracer | undefined;

export function useTracer(next: Tracer | undefined): void {
  tracer = next;
}

/** Runs `work` as one step of a trace. Without tracing it is simply run. */
export function inSpan<T>(name: string, options: SpanOptions, work: (span: Span) => Promise<T>): Promise<T> {
  return tracer ? tracer.inSpan(name, options, work) : work(UNSEEN);
}

export const traceIds = (): Readonly<Record<string, string>> => tracer?.ids() ?? {};

/** Headers by which another system continues the trace; none without tracing. */
export const traceHeaders = (): Readonly<Record<string, string>> => tracer?.headers() ?? {};
