import { AppError, type AppErrorKind } from '../../shared/kernel';
import { hasText, translator, type TextParams } from '../../shared/strings';
import type { ApiRequest } from './http';

/** What HTTP itself can get wrong before an action is reached: address, method, body. `code` is a text key below `error.`. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly params: TextParams = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
    this.name = 'HttpError';
  }
}

export interface ErrorReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly error: { readonly code: string; readonly text: string; readonly correlationId?: string } };
}

const STATUS: Readonly<Record<AppErrorKind, number>> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  busy: 503,
  bug: 500,
};

const RETRY_AFTER_SECONDS = '2';

/** RFC 6750: tells a client that a fresh token helps. The code is ASCII without quotes. */
const challenge = (code: string): string => `Bearer error="invalid_token", error_description="${code}"`;

function headersFor(kind: AppErrorKind, code: string): Readonly<Record<string, string>> {
  if (kind === 'busy') return { 'Retry-After': RETRY_AFTER_SECONDS };
  return kind === 'unauthenticated' ? { 'WWW-Authenticate': challenge(code) } : {};
}

/** The one place that turns what was thrown into an answer. Bugs are logged; nobody sees more of them than a code to report. */
export function errorReply(error: unknown, { language, correlationId, log }: Pick<ApiRequest, 'language' | 'correlationId' | 'log'>): ErrorReply {
  const t = translator(language());
  if (error instanceof HttpError) {
    return { status: error.status, headers: error.headers, body: { error: { code: error.code, text: t(`error.${error.code}`, error.params) } } };
  }
  const known = error instanceof AppError && error.kind !== 'bug' ? error : undefined;
  if (!known) {
    log.error({ err: error }, 'bug');
    return { status: STATUS.bug, headers: {}, body: { error: { code: 'bug', text: t('error.bug', { correlationId }), correlationId } } };
  }
  if (known.kind === 'busy') log.warn({ err: known }, 'busy');
  const key = hasText(`error.${known.code}`) ? known.code : known.kind;
  return { status: STATUS[known.kind], headers: headersFor(known.kind, known.code), body: { error: { code: known.code, text: t(`error.${key}`) } } };
}
