import type { ServerResponse } from 'node:http';

export interface StreamEvent {
  readonly event: 'change' | 'gone';
  readonly practice: string;
  readonly id: string;
  readonly version: number;
  readonly revision?: number;
  readonly types?: readonly string[];
  /** It happened shortly before the stream began. */
  readonly isRecent?: boolean;
}

/** What a slow reader may miss before it is told to look afresh. */
const MAX_PENDING = 500;
/** A reader that takes nothing for this long is cut off. */
const STUCK_MS = 60_000;

const frame = (event: string, data: object): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

export interface StreamClient {
  send(events: readonly StreamEvent[]): void;
  /** How far something has come; a slow reader gets only what is newest. */
  report(event: string, data: object): void;
  /** Tells the reader to load afresh whatever it shows. */
  reset(): void;
  /** Keeps proxies from closing a quiet connection. */
  beat(): void;
  end(): void;
}

/**
 * One open stream. While the reader is slower than the changes, what waits is kept once per record, and beyond a limit not
 * at all: then `reset` tells the reader to load afresh. Nothing grows with a slow reader.
 */
export function createStreamClient(response: ServerResponse): StreamClient {
  const pending = new Map<string, StreamEvent>();
  const reports = new Map<string, object>();
  let isBlocked = false;
  let isOverflown = false;
  let stuck: NodeJS.Timeout | undefined;

  function write(text: string): void {
    if (response.destroyed || response.writableEnded) return;
    if (response.write(text)) return;
    isBlocked = true;
    stuck ??= setTimeout(() => response.destroy(), STUCK_MS).unref();
  }

  response.on('drain', () => {
    isBlocked = false;
    clearTimeout(stuck);
    stuck = undefined;
    const waiting = [...pending.values()];
    pending.clear();
    if (isOverflown) write(frame('reset', {}));
    isOverflown = false;
    const newest = [...reports];
    reports.clear();
    for (const [event, data] of newest) report(event, data);
    send(waiting);
  });
  response.once('close', () => clearTimeout(stuck));

  function keep(event: StreamEvent): void {
    if (isOverflown) return;
    const key = `${event.event} ${event.id}`;
    const types = [...new Set([...(pending.get(key)?.types ?? []), ...(event.types ?? [])])];
    pending.delete(key);
    pending.set(key, { ...event, ...(event.types && { types }) });
    if (pending.size <= MAX_PENDING) return;
    pending.clear();
    isOverflown = true;
  }

  function send(events: readonly StreamEvent[]): void {
    for (const { event, ...data } of events) {
      if (isBlocked) keep({ event, ...data });
      else write(frame(event, data));
    }
  }

  function report(event: string, data: object): void {
    if (isBlocked) reports.set(event, data);
    else write(frame(event, data));
  }

  function reset(): void {
    pending.clear();
    if (isBlocked) isOverflown = true;
    else write(frame('reset', {}));
  }

  // Answers at once, and tells browsers how soon to come back after a restart of the server.
  write(`retry: 2000\n${frame('hello', {})}`);
  return {
    send,
    report,
    reset,
    beat: () => (isBlocked ? undefined : write(': still here\n\n')),
    end: () => void response.end(),
  };
}
