import type { Activity, Attachment } from 'botbuilder';
import { MAX_FILE_BYTES, type App } from '../../shared/app';
import { isRefused, type Actor, type FileMeta } from '../../shared/kernel';
import { refusalText, translator } from '../../shared/strings';
import type { BellhopAdapter } from './adapter';
import { downloadKind } from './hosts';

export interface Received {
  readonly files: readonly FileMeta[];
  /** Sentences about files that were not taken, in the person's language. */
  readonly problems: readonly string[];
}

interface FileDeps {
  readonly app: Pick<App, 'uploads' | 'clock'>;
  readonly adapter: Pick<BellhopAdapter, 'signedHeaders'>;
}

interface Offered {
  readonly url: string;
  readonly name: string;
  readonly type: string;
}

const DOWNLOAD_INFO = 'application/vnd.microsoft.teams.file.download.info';
const TIMEOUT_MS = 20_000;
const MAX_FILES = 10;
const MAX_REDIRECTS = 3;

class DownloadError extends Error {
  constructor(readonly reason: 'tooLarge' | 'unreachable' | 'notOurs') {
    super(reason);
  }
}

/** What an attachment offers to download: a pasted picture, or a file from the person's OneDrive. Cards and quoted text are neither. */
function offeredFile({ contentType, contentUrl, content, name }: Attachment, index: number): Offered | undefined {
  if (contentType === DOWNLOAD_INFO) {
    const url = (content as { downloadUrl?: unknown } | undefined)?.downloadUrl;
    return typeof url === 'string' ? { url, name: name ?? 'file', type: typeOf(name) } : undefined;
  }
  if (!contentType.startsWith('image/') || !contentUrl) return undefined;
  const type = contentType === 'image/*' ? 'image/png' : contentType;
  return { url: contentUrl, type, name: name ?? `screenshot-${index + 1}.${type.split('/')[1]?.split('+')[0] ?? 'png'}` };
}

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', pdf: 'application/pdf', txt: 'text/plain', log: 'text/plain', csv: 'text/csv',
};

function typeOf(name: string | undefined): string {
  return TYPES[name?.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}

/** Fetches the files of a message and keeps them, ready to be attached to a ticket. */
export async function receiveFiles({ app, adapter }: FileDeps, activity: Activity, actor: Actor): Promise<Received> {
  const offered = (activity.attachments ?? []).flatMap((attachment, index) => offeredFile(attachment, index) ?? []);
  const t = translator(actor.language);
  const files: FileMeta[] = [];
  const problems: string[] = [];
  if (offered.length > MAX_FILES) problems.push(t('bot.file.tooMany', { max: MAX_FILES }));
  for (const { url, name, type } of offered.slice(0, MAX_FILES)) {
    try {
      const download = await fetchFile(adapter, url, activity.serviceUrl);
      const stored = await app.uploads.store({ name, type: type === 'image/png' ? (download.imageType ?? type) : type, content: download.content }, actor);
      if (isRefused(stored)) problems.push(`${name}: ${refusalText(stored.refused, actor.language, app.clock.now().toISOString())}`);
      else files.push(stored);
    } catch (error) {
      if (!(error instanceof DownloadError)) throw error;
      problems.push(t(`bot.file.${error.reason}`, { name, megabytes: MAX_FILE_BYTES / 1024 / 1024 }));
    }
  }
  return { files, problems };
}

async function fetchFile(adapter: FileDeps['adapter'], url: string, serviceUrl: string): Promise<{ content: Buffer; imageType?: string }> {
  let address = url;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    // Checked at every hop: an open redirect must not lead the server into the network behind it.
    const kind = downloadKind(address, serviceUrl);
    if (!kind) throw new DownloadError('notOurs');
    const response = await get(address, kind === 'connector' ? await adapter.signedHeaders(serviceUrl) : new Headers());
    const next = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && next) {
      await response.body?.cancel();
      address = new URL(next, address).toString();
      continue;
    }
    if (!response.ok) throw new DownloadError('unreachable');
    const content = await readLimited(response);
    const type = response.headers.get('content-type')?.split(';')[0] ?? '';
    return { content, ...(type.startsWith('image/') && { imageType: type }) };
  }
  throw new DownloadError('unreachable');
}

async function get(address: string, headers: Headers): Promise<Response> {
  headers.delete('content-type');
  try {
    return await fetch(address, { headers, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch {
    throw new DownloadError('unreachable');
  }
}

/** Stops reading at the limit: what the other side says about the size is not trusted. */
async function readLimited(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > MAX_FILE_BYTES) throw new DownloadError('tooLarge');
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof DownloadError) throw error;
    throw new DownloadError('unreachable');
  }
  return Buffer.concat(chunks);
}
