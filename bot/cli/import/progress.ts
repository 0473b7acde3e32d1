import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** `share` of the whole, 0 to 1. */
  readonly update: (share: number) => void;
  readonly stop: () => void;
}

/** A bar on the error output, and nothing where nobody watches. */
export function createProgress(label: string): Progress {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({ format: `${label} {bar} {percentage} % · {eta_formatted}`, clearOnComplete: true, stream: process.stderr }, Presets.shades_classic);
  bar.start(100, 0);
  return { update: (share) => bar.update(Math.min(100, Math.floor(share * 100))), stop: () => bar.stop() };
}

export interface Counter {
  readonly update: (count: number) => void;
  readonly stop: () => void;
}

const UPDATE_EVERY = 100;

/** A number that grows, where nobody knows to what end; nothing where nobody watches. */
export function createCounter(label: string): Counter {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({ format: `${label} {value} · {duration_formatted}`, clearOnComplete: true, stream: process.stderr });
  bar.start(Number.MAX_SAFE_INTEGER, 0);
  return { update: (count) => count % UPDATE_EVERY === 0 && bar.update(count), stop: () => bar.stop() };
}
