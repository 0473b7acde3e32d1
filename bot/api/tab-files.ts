import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { HttpError } from './errors';
import type { ApiRequest, Reply, Route } from './http';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};
const PACKED = ['.html', '.js', '.css', '.svg', '.json', '.txt'];
/** Vite puts a hash of the content into these names: they never change. */
const HASHED = /^assets\/.+-[\w-]{8,}\.\w+$/;
const SAFE_PATH = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;
const YEAR_SECONDS = 31_536_000;

/** Hosts that show Teams apps (Microsoft's list for `frame-ancestors`). */
const TEAMS_HOSTS = [
  'https://teams.microsoft.com', 'https://*.teams.microsoft.com', 'https://*.cloud.microsoft', 'https://*.microsoft365.com',
  'https://*.office.com', 'https://outlook.office365.com', 'https://*.skype.com',
];

function contentSecurityPolicy(frameAncestors: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // Fluent UI writes its rules into style elements.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data: https://res.cdn.office.net https://static2.sharepointonline.com",
    // teams-js asks there which hosts may embed it.
    "connect-src 'self' https://res.cdn.office.net",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors 'self' ${frameAncestors.join(' ')}`,
  ].join('; ');
}

type Encoding = 'br' | 'gzip';

/** Above this, the first reader after a start waits ten times as long for one percent less to fetch. */
const BROTLI_QUALITY = 5;

const pack: Readonly<Record<Encoding, (content: Buffer) => Promise<Buffer>>> = {
  br: (content) => promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }),
  gzip: (content) => promisify(gzip)(content, { level: 9 }),
};

function encodingFor(accepted: string, extension: string): Encoding | undefined {
  if (!PACKED.includes(extension)) return undefined;
  return (['br', 'gzip'] as const).find((encoding) => new RegExp(`\\b${encoding}\\b`).test(accepted));
}

/** Serves the built tab. Files that never change are read and packed once and kept in memory; there are few. */
export function tabRoutes(directory: string, extraFrameAncestors: readonly string[]): readonly Route[] {
  const contents = new Map<string, Promise<Buffer>>();
  const policy = contentSecurityPolicy([...TEAMS_HOSTS, ...extraFrameAncestors]);

  function remember(path: string, encoding: Encoding | undefined, load: () => Promise<Buffer>): Promise<Buffer> {
    if (!HASHED.test(path)) return load();
    const key = `${encoding ?? 'plain'} ${path}`;
    let content = contents.get(key);
    if (!content) {
      content = load();
      contents.set(key, content);
      content.catch(() => contents.delete(key));
    }
    return content;
  }

  const read = (path: string): Promise<Buffer> => remember(path, undefined, () => readFile(join(directory, path)));

  async function file(request: ApiRequest): Promise<Reply> {
    const path = request.params['*'] || 'index.html';
    const extension = extname(path);
    if (!SAFE_PATH.test(path) || !TYPES[extension]) throw new HttpError(404, 'notFound');
    const plain = await read(path).catch((error: unknown) => {
      if (path === 'index.html') request.log.warn({ err: error }, 'the tab is not built: run "npm run build"');
      throw new HttpError(404, path === 'index.html' ? 'tabNotBuilt' : 'notFound');
    });
    const encoding = encodingFor(String(request.raw.headers['accept-encoding'] ?? ''), extension);
    const body = encoding ? await remember(path, encoding, () => pack[encoding](plain)) : plain;
    return {
      status: 200,
      body,
      headers: {
        'Content-Type': TYPES[extension] ?? '',
        'Cache-Control': HASHED.test(path) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
        'Content-Security-Policy': policy,
        'Vary': 'Accept-Encoding',
        ...(encoding && { 'Content-Encoding': encoding }),
      },
    };
  }

  const toTab = async (): Promise<Reply> => ({ status: 302, headers: { Location: '/tab/' } });
  return [
    { method: 'get', path: '/', handle: toTab },
    { method: 'get', path: '/tab', handle: toTab },
    { method: 'get', path: '/tab/*', handle: file },
  ];
}
