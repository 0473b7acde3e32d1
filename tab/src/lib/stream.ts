import type { Api } from './api';
import { createStore, type Store } from './store';

export interface ChangeNotice {
  readonly practice: string;
  readonly id: string;
  readonly version: number;
  /** How often it was computed anew since this version; absent: never. */
  readonly revision?: number;
  readonly types: readonly string[];
  /** It ended and left the lists of active work. */
  readonly isGone?: boolean;
}

export type StreamStatus = 'connecting' | 'live' | 'lost';

export interface Stream {
  readonly status: Store<StreamStatus>;
  /** Called for every change the reader may see. */
  onChange(listener: (change: ChangeNotice) => void): () => void;
  /** Called when following begins, also after a gap: whatever was loaded until now may be old. */
  onResync(listener: () => void): () => void;
  start(): void;
  stop(): void;
}

const LONGEST_WAIT_MS = 15_000;
/** Twice the server's heartbeat: a connection that is silent longer is dead, whatever the browser believes. */
const SILENCE_MS = 45_000;

/** Splits a server-sent event stream into events; comments (heartbeats) are dropped. */
export function createEventParser(onEvent: (name: string, data: string) => void): (chunk: string) => void {
  let rest = '';
  return (chunk) => {
    const blocks = (rest + chunk).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      let name = 'message';
      const data: string[] = [];
      for (const line of block.split('\n')) {
        if (line.startsWith('event:')) name = line.slice(6).trim();
        if (line.startsWith('data:')) data.push(line.slice(5).trim());
      }
      if (data.length > 0) onEvent(name, data.join('\n'));
    }
  };
}

/**
 * Follows `GET /api/stream`. `EventSource` cannot send the headers that sign a request in, so the stream is read by hand:
 * with growing pauses after a failure, at once when the browser says it is online again.
 */
export function createStream(api: Api): Stream {
  const status = createStore<StreamStatus>('connecting');
  const changes = new Set<(change: ChangeNotice) => void>();
  const resyncs = new Set<() => void>();
  let control: AbortController | undefined;
  let wake: (() => void) | undefined;
  let isStopped = true;

  const resync = (): void => {
    for (const listener of [...resyncs]) listener();
  };

  const take = (name: string, data: string): void => {
    // The server greets when it has begun to listen, and resets when it had to drop something: what was loaded before may be old.
    if (name === 'hello' || name === 'reset') return resync();
    if (name !== 'change' && name !== 'gone') return;
    const change = { ...(JSON.parse(data) as ChangeNotice), isGone: name === 'gone' };
    for (const listener of [...changes]) listener(change);
  };

  async function follow(): Promise<void> {
    control = new AbortController();
    const { signal } = control;
    let silence: ReturnType<typeof setTimeout> | undefined;
    const listen = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => control?.abort(), SILENCE_MS);
    };
    listen();
    try {
      const response = await api.open('/api/stream', signal);
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      if (!reader) return;
      status.set('live');
      const parse = createEventParser(take);
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        listen();
        parse(value);
      }
    } finally {
      clearTimeout(silence);
    }
  }

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  async function run(): Promise<void> {
    let wait = 500;
    while (!isStopped) {
      const before = Date.now();
      await follow().catch(() => undefined);
      status.set('lost');
      if (Date.now() - before > LONGEST_WAIT_MS) wait = 500;
      await pause(wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    }
  }

  const onOnline = (): void => wake?.();
  const onOffline = (): void => control?.abort();
  const add = <T>(set: Set<T>, listener: T) => {
    set.add(listener);
    return () => void set.delete(listener);
  };

  return {
    status,
    onChange: (listener) => add(changes, listener),
    onResync: (listener) => add(resyncs, listener),
    start() {
      if (!isStopped) return;
      isStopped = false;
      window.addEventListener('online', onOnline);
      window.addEventListener('offline', onOffline);
      void run();
    },
    stop() {
      isStopped = true;
      window.removeEventListener('online', onOnline);
      window.removeEventListener('offline', onOffline);
      control?.abort();
      wake?.();
    },
  };
}
