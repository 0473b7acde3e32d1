import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly isError: boolean;
}

export interface OtlpReceiver {
  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  readonly url: string;
  readonly spans: readonly ReceivedSpan[];
  /** Attributes of the process that sent last. */
  readonly resource: Readonly<Record<string, unknown>>;
  /** Every body as it came. */
  readonly bodies: readonly string[];
  /** The value of the header `authorization` of every request. */
  readonly authorizations: readonly (string | undefined)[];
  close(): Promise<void>;
}

interface Attribute {
  readonly key: string;
  readonly value: Readonly<Record<string, unknown>>;
}

interface Body {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly (Omit<ReceivedSpan, 'attributes' | 'isError'> & { readonly attributes: readonly Attribute[]; readonly status: { readonly code: number } })[] }[];
  }[];
}

const ERROR = 2;
const valuesOf = (attributes: readonly Attribute[]): Record<string, unknown> => Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));

/** A collector that takes traces as OTLP over HTTP in JSON, on loopback. */
export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const spans: ReceivedSpan[] = [];
  const bodies: string[] = [];
  const authorizations: (string | undefined)[] = [];
  let resource: Record<string, unknown> = {};

  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const isTraces = request.method === 'POST' && request.url === '/v1/traces' && request.headers['content-type'] === 'application/json';
      response.statusCode = isTraces ? 200 : 404;
      response.setHeader('content-type', 'application/json');
      response.end('{}');
      if (!isTraces) return;
      bodies.push(text);
      authorizations.push(request.headers.authorization);
      for (const sent of (JSON.parse(text) as Body).resourceSpans) {
        resource = valuesOf(sent.resource.attributes);
        for (const span of sent.scopeSpans.flatMap((scope) => scope.spans)) spans.push({ ...span, attributes: valuesOf(span.attributes), isError: span.status.code === ERROR });
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans, bodies, authorizations,
    get resource() {
      return resource;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
