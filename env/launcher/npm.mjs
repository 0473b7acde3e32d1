import { capture, run } from './run.mjs';

/** The npm that runs us, or the one of this machine. */
function callOf(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('.js')) return { command: process.execPath, all: [cli, ...args], options: {} };
  return { command: 'npm', all: args, options: { shell: process.platform === 'win32' } };
}

/** Runs npm with our terminal; resolves to its exit code. */
export function npm(args, options) {
  const call = callOf(args);
  return run(call.command, call.all, { ...call.options, ...options });
}

/** Runs npm for what it prints; resolves to `{ code, out, err }`. */
export function readNpm(args) {
  const call = callOf(args);
  return capture(call.command, call.all, call.options);
}
