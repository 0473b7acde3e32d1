import { request, type ClientRequest } from 'node:http';

export interface StreamedEvent {
  readonly event: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
}

export interface EventStream {
  readonly status: number;
  /** Everything that came so far. */
  readonly events: readonly StreamedEvent[];
  /** Resolves with the first event, also one that has come already, that passes. */
  next(matches: (event: StreamedEvent) => boolean): Promise<StreamedEvent>;
  /** Resolves when the server has ended the stream. */
  readonly ended: Promise<void>;
  /** Stops reading, as a sleeping laptop does, without hanging up. */
  pause(): void;
  resume(): void;
  close(): void;
}

/** Reads server-sent events. */
export async function openEventStream(url: string, headers: Readonly<Record<string, string>>): Promise<EventStream> {
  const events: StreamedEvent[] = [];
  let waiting: { matches: (event: StreamedEvent) => boolean; resolve: (event: StreamedEvent) => void }[] = [];

  function take(event: StreamedEvent): void {
    events.push(event);
    for (const { resolve } of waiting.filter(({ matches }) => matches(event))) resolve(event);
    waiting = waiting.filter(({ matches }) => !matches(event));
  }

  return new Promise((resolve, reject) => {
    const outgoing: ClientRequest = request(url, { headers: { ...headers, accept: 'text/event-stream' } }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (piece: string) => {
        text += piece;
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) {
          const event = /^event: (.+)$/m.exec(block)?.[1];
          const data = /^data: (.+)$/m.exec(block)?.[1];
          if (event) take({ event, data: JSON.parse(data ?? 'null') });
        }
      });
      resolve({
        status: response.statusCode ?? 0,
        events,
        next: (matches) => {
          const found = events.find(matches);
          return found ? Promise.resolve(found) : new Promise((found_) => waiting.push({ matches, resolve: found_ }));
        },
        ended: new Promise((done) => response.once('close', () => done())),
        pause: () => void response.pause(),
        resume: () => void response.resume(),
        close: () => outgoing.destroy(),
      });
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}
