import { spawn } from 'node:child_process';
import { ROOT } from './folders.mjs';

const PATIENCE_MS = 10_000;

/** Programs that run beside us until we stop: when we go, they go. */
export function createChildren() {
  const running = new Set();
  let isStopping = false;
  // Also when we end by an error of our own.
  process.once('exit', () => running.forEach((child) => child.kill()));

  function start(command, args, { onExit, ...options }) {
    const child = spawn(command, args, { cwd: ROOT, ...options });
    running.add(child);
    child.once('error', (error) => end(child, onExit, error));
    child.once('exit', (code) => end(child, onExit, code ?? 1));
    return child;
  }

  function end(child, onExit, result) {
    if (running.delete(child) && !isStopping) onExit(result);
  }

  function ended(child) {
    return new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
      child.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** Asks everybody to stop, the last one started first, and waits until they have. */
  async function stopAll(signal = 'SIGTERM') {
    isStopping = true;
    const children = [...running].reverse();
    for (const child of children) child.kill(signal);
    await Promise.all(children.map(ended));
  }

  return { start, stopAll };
}
