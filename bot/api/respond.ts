import type { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';
import type { Reply } from './http';

const gzipAsync = promisify(gzip);
/** Below this size packing costs more time than it saves. */
const MIN_GZIP_BYTES = 8 * 1024;

/** On every answer of the API: nothing to sniff, frame, cache or refer to. */
export function securityHeaders(isDevelopment: boolean): Readonly<Record<string, string>> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'Cache-Control': 'no-store',
    ...(!isDevelopment && { 'Strict-Transport-Security': 'max-age=31536000' }),
  };
}

/** Sends a reply once; a client that has gone is not an error. */
export async function send(response: ServerResponse, reply: Reply, acceptEncoding = ''): Promise<void> {
  if (response.headersSent || response.destroyed) return;
  const { body } = reply;
  const isJson = body !== undefined && !Buffer.isBuffer(body);
  // Text goes out together with its headers, in one piece.
  const plain = isJson ? JSON.stringify(body) : body;
  const bytes = plain === undefined ? 0 : Buffer.byteLength(plain);
  const isPacked = isJson && plain !== undefined && bytes >= MIN_GZIP_BYTES && /\bgzip\b/.test(acceptEncoding);
  const content = isPacked ? await gzipAsync(plain, { level: constants.Z_BEST_SPEED }) : plain;
  response.statusCode = reply.status;
  if (isJson) response.setHeader('Content-Type', 'application/json; charset=utf-8');
  if (isPacked) response.setHeader('Content-Encoding', 'gzip');
  if (isJson) response.setHeader('Vary', 'Accept-Encoding');
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  if (reply.status !== 304) response.setHeader('Content-Length', isPacked ? (content?.length ?? 0) : bytes);
  response.end(content);
}
