import { spawn } from 'node:child_process';
import { ROOT } from './folders.mjs';

/** Runs a program to its end with our terminal; resolves to its exit code (1 when a signal ended it). */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** The same for a script that runs in Node. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}
