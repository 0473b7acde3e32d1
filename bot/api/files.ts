import { MAX_FILE_BYTES, practiceOf } from '../../shared/app';
import { AppError, isRefused, keyReads, type FileMeta } from '../../shared/kernel';
import { HttpError } from './errors';
import { ok, type ApiDeps, type ApiRequest, type Reply, type Route } from './http';
import { readText } from './query';
import { readBody } from './read-body';
import { refusalReply } from './refusals';

/** Pictures that a browser only paints. Everything else is handed over to be saved: a page or a drawing could run scripts. */
const SHOWN_TYPES: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
/** Each may hold 25 MB in memory. */
const MAX_UPLOADS_AT_ONCE = 8;

/** RFC 6266: a plain name for old readers, the whole name for the others. */
function disposition(file: FileMeta): string {
  const kind = SHOWN_TYPES.includes(file.type) ? 'inline' : 'attachment';
  const plain = file.name.replace(/[^\x20-\x7e]|["\\%;]/g, '_');
  const whole = encodeURIComponent(file.name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${kind}; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** Attachments: stored first, attached by an action afterwards, read back through a record that the reader may read. */
export function fileRoutes({ app }: ApiDeps): readonly Route[] {
  let uploading = 0;

  async function upload(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    if (uploading >= MAX_UPLOADS_AT_ONCE) throw new AppError('busy', 'tooManyUploads');
    uploading += 1;
    try {
      const tooLarge = (): HttpError => new HttpError(413, 'fileTooLarge', { megabytes: MAX_FILE_BYTES / 1024 / 1024 });
      const content = await readBody(request.raw, MAX_FILE_BYTES, tooLarge);
      const type = (request.raw.headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
      const stored = await app.uploads.store({ name: readText(request.query, 'name') ?? '', type, content }, actor);
      if (!isRefused(stored)) return ok({ file: stored });
      return refusalReply({ refusal: stored.refused, language: actor.language, now: app.clock.now().toISOString() });
    } finally {
      uploading -= 1;
    }
  }

  async function download(request: ApiRequest): Promise<Reply> {
    const { actor } = await request.caller();
    const { recordId = '', fileId = '' } = request.params;
    const opened = await app.open(recordId, actor);
    const attachments = isRefused(opened) ? [] : ((opened.record.attachments ?? []) as readonly FileMeta[]);
    const file = attachments.find((entry) => entry.id === fileId);
    const content = file && (await app.uploads.read(file.id));
    if (!file || !content) {
      return refusalReply({ refusal: { code: 'kernel.notFound' }, language: actor.language, now: app.clock.now().toISOString() });
    }
    return { status: 200, headers: { 'Content-Type': file.type, 'Content-Disposition': disposition(file) }, body: content };
  }

  return [
    { method: 'post', path: '/api/files', handle: upload, forKeys: ({ actions }) => actions.length > 0 },
    { method: 'get', path: '/api/files/:recordId/:fileId', handle: download, forKeys: (key, { recordId = '' }) => keyReads({ key }, practiceOf(recordId)?.name ?? '') },
  ];
}
