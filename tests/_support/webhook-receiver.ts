import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly path: string;
  readonly id: string;
  readonly timestamp: number;
  readonly signature: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  // What the receiver reads is for the test to look at.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly json: any;
}

/** How one request is answered. `hang`: never; `endless`: a good answer whose body does not end. */
export type Answering = { readonly status: number; readonly headers?: Readonly<Record<string, string>> } | 'hang' | 'endless';

export interface WebhookReceiver {
  readonly url: string;
  readonly received: readonly Received[];
  /** The next requests are answered like this, those after them with 204. */
  answer(...answers: readonly Answering[]): void;
  close(): Promise<void>;
}

/** Another system that takes webhooks, over real HTTP on loopback. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received: Received[] = [];
  let answers: Answering[] = [];

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString('utf8');
    const header = (name: string): string => String(request.headers[name] ?? '');
    received.push({
      path: request.url ?? '', id: header('webhook-id'), timestamp: Number(header('webhook-timestamp')), signature: header('webhook-signature'), headers: request.headers, text, json: JSON.parse(text),
    });
    const answer = answers.shift() ?? { status: 204 };
    if (answer === 'hang') return;
    if (answer !== 'endless') {
      response.statusCode = answer.status;
      for (const [name, value] of Object.entries(answer.headers ?? {})) response.setHeader(name, value);
      return void response.end();
    }
    const write = (): boolean => response.write('x'.repeat(65_536));
    response.on('drain', write);
    write();
  }

  const server = createServer((request, response) => void take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: (...next) => (answers = [...next]),
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

/** Is it signed with this key? As the specification tells receivers to check, written anew here: standardwebhooks.com, "Verifying signatures". */
export function isSignedBy(key: string, { id, timestamp, signature, text }: Received): boolean {
  const secret = Buffer.from(key.slice('whsec_'.length), 'base64');
  const expected = createHmac('sha256', secret).update(`${id}.${timestamp}.${text}`).digest();
  return signature.split(' ').some((entry) => {
    const [version, value = ''] = entry.split(',');
    const given = Buffer.from(value, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}
