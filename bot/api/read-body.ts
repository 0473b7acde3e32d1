import type { IncomingMessage } from 'node:http';
import { HttpError } from './errors';

export const MAX_JSON_BYTES = 256 * 1024;
const utf8 = new TextDecoder('utf-8', { fatal: true });
/** Deeper than any input of Bellhop, and far from what recursion over it could not bear. */
const MAX_DEPTH = 32;

/** The body of a request; refused with 413 as soon as it is longer than `maxBytes`. */
export function readBody(request: IncomingMessage, maxBytes: number, tooLarge = () => new HttpError(413, 'bodyTooLarge')): Promise<Buffer> {
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') return Promise.reject(new HttpError(415, 'unsupportedEncoding'));
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return Promise.reject(tooLarge());
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const take = (chunk: Buffer): void => {
      bytes += chunk.length;
      if (bytes <= maxBytes) return void chunks.push(chunk);
      // The rest is taken in and thrown away, so that the client reads the refusal instead of a broken connection.
      request.off('data', take).resume();
      reject(tooLarge());
    };
    request.on('data', take);
    const breakOff = (): void => reject(new HttpError(400, 'bodyIncomplete'));
    request.once('end', () => {
      resolve(Buffer.concat(chunks));
      // Every request closes some time; making an error costs more than reading one.
      request.off('close', breakOff);
    });
    request.once('error', breakOff);
    request.once('close', breakOff);
  });
}

/** The JSON object in the body. Everything else is refused in words: 400, 413, 415. */
export async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new HttpError(415, 'unsupportedType');
  const body = await readBody(request, MAX_JSON_BYTES);
  const value = parse(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new HttpError(400, 'notObject');
  if (isDeeperThan(value, MAX_DEPTH)) throw new HttpError(400, 'tooDeep');
  return value as Record<string, unknown>;
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(body));
  } catch {
    throw new HttpError(400, 'malformedJson');
  }
}

function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((entry) => isDeeperThan(entry, levels - 1));
}
