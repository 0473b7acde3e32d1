import { createServer } from 'node:net';
import { Stop } from './say.mjs';

/** Reads a port from an environment variable. */
export function portFrom(name, fallback) {
  const text = process.env[name];
  if (!text) return fallback;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Stop(`${name}=${text} is not a port. Use a number from 1 to 65535, for example ${name}=${fallback}.`);
}

/** Free means: nobody listens on it, neither on loopback nor on all addresses. */
export async function isFree(port) {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, undefined));
}

function canListen(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** The first free port from here on. */
export async function firstFreePort(from) {
  for (let port = from; port < from + 50; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Stop(`No free port between ${from} and ${from + 49}.`);
}

/** How to set a variable for one command in the shell people most likely use here. */
export function withVariable(name, value, command) {
  return process.platform === 'win32' ? `$env:${name}="${value}"; ${command}` : `${name}=${value} ${command}`;
}

/** Stops with a sentence when the port is taken. */
export async function requireFree(port, command) {
  if (await isFree(port)) return;
  throw new Stop(
    `Port ${port} is in use, perhaps by a Bellhop that still runs. Stop that program, or choose another port:\n  ${withVariable('PORT', port + 1, command)}`,
  );
}
