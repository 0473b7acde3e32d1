import { AppError } from '../../kernel';
import { currentAttempts, type Operation, type PipelinePolicy } from './patience';

/**
 * The SDK has no way to give the delete of a transaction an etag: it always sends `If-Match: *`, which deletes whatever is
 * there. This policy puts the etag into the request before it is sent, and refuses to send one it does not understand.
 */
export function guardedDeletePolicy(): PipelinePolicy {
  return {
    name: 'bellhopGuardedDelete',
    async sendRequest(request, next) {
      const operations = currentAttempts()?.operations;
      if (operations && typeof request.body === 'string' && request.url.includes('$batch')) {
        request.body = withDeleteEtags(request.body, operations);
      }
      return next(request);
    },
  };
}

/** Exported for its test. */
export function withDeleteEtags(body: string, operations: readonly Operation[]): string {
  const boundary = /boundary=(changeset_[\w-]+)/.exec(body)?.[1];
  if (!boundary) throw notUnderstood('no boundary');
  const [preamble, ...parts] = body.split(`--${boundary}\r\n`);
  if (parts.length !== operations.length) throw notUnderstood('another number of operations');
  const changed = parts.map((part, index) => {
    const { method, deleteEtag } = operations[index]!;
    if (/^(POST|PUT|DELETE) /m.exec(part)?.[1] !== method) throw notUnderstood(`operation ${index} is not ${method}`);
    if (deleteEtag === undefined) return part;
    const guarded = part.replace(/^(if-match: )\*\r$/im, (_, header: string) => `${header}${deleteEtag}\r`);
    if (guarded === part) throw notUnderstood(`operation ${index} has no condition`);
    return guarded;
  });
  return [preamble, ...changed].join(`--${boundary}\r\n`);
}

function notUnderstood(detail: string): AppError {
  return new AppError('bug', 'storage.failed', { detail: `transaction body: ${detail}` });
}
