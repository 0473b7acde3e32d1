import type { RecordView } from '../../../shared/kernel';
import type { FileRef } from './api-types';

/** A failure that is not a refusal: no connection, no permission to be here, a bug. `text` can be shown. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    readonly text: string,
    readonly status: number,
    readonly correlationId?: string,
    /** What is wrong with the input, by field. */
    readonly problems?: RefusedView['problems'],
  ) {
    super(text || code);
    this.name = 'ApiError';
  }
}

/** What a call failed with. Anything else that was thrown is our own mistake, which is told in the page's words and not in its own. */
export const asApiError = (error: unknown): ApiError => (error instanceof ApiError ? error : new ApiError('bug', '', 0));

export interface RefusedView {
  readonly code: string;
  readonly text: string;
  readonly problems?: readonly { readonly field: string; readonly code: string; readonly text: string }[];
}

export type PerformedView<R = RecordView> =
  | { readonly record: R; readonly refused?: undefined; readonly secret?: string }
  | { readonly record?: undefined; readonly refused: RefusedView; readonly current?: R; readonly secret?: undefined };

/** Adds identity and language to requests. */
export interface Credentials {
  headers(isRetry: boolean): Promise<Record<string, string>>;
  /** Can `headers(true)` bring fresh ones after a 401? */
  readonly canRenew: boolean;
}

export interface Api {
  get<T>(path: string, signal?: AbortSignal): Promise<T>;
  /** Performs an action. A lost connection is tried again with the same key, so nothing happens twice. */
  perform<R = RecordView>(action: string, body: Readonly<Record<string, unknown>>, key?: string): Promise<PerformedView<R>>;
  upload(file: File): Promise<FileRef | RefusedView>;
  blob(path: string): Promise<Blob>;
  /** Says something that needs more words than an address holds; no record that the person can name is changed by it. */
  ask(path: string, body: object | Blob, signal?: AbortSignal): Promise<Response>;
  /** Takes back something that has an address of its own and is no record. */
  remove(path: string): Promise<void>;
  open(path: string, signal: AbortSignal): Promise<Response>;
}

const RETRY_AFTER_MS = [400, 1_500];
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function failure(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => ({}))) as { error?: { code?: string; text?: string; correlationId?: string }; refused?: RefusedView };
  const { code, text, correlationId } = body.error ?? {};
  const refused = body.refused;
  return new ApiError(code ?? refused?.code ?? `http${response.status}`, text ?? refused?.text ?? '', response.status, correlationId, refused?.problems);
}

const offline = (): ApiError => new ApiError('offline', '', 0);

/** The API of this server as one signed-in person. `onMasked` hears which secrets were taken out of what they wrote. */
export function createApi(credentials: Credentials, onMasked: (kinds: readonly string[]) => void): Api {
  async function send(path: string, init: RequestInit = {}): Promise<Response> {
    const attempt = async (isRetry: boolean): Promise<Response> => {
      const headers = { ...(await credentials.headers(isRetry)), 'x-bellhop-channel': 'tab', ...(init.headers as Record<string, string> | undefined) };
      return fetch(path, { ...init, headers }).catch((error: unknown) => {
        throw init.signal?.aborted ? error : offline();
      });
    };
    const response = await attempt(false);
    return response.status === 401 && credentials.canRenew ? attempt(true) : response;
  }

  async function sendPatiently(path: string, init: RequestInit): Promise<Response> {
    for (const wait of RETRY_AFTER_MS) {
      try {
        const response = await send(path, init);
        if (response.status !== 503 && response.status !== 429) return response;
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
      }
      await pause(wait);
    }
    return send(path, init);
  }

  return {
    async get<T>(path: string, signal?: AbortSignal) {
      const response = await send(path, signal ? { signal } : {});
      if (!response.ok) throw await failure(response);
      return (await response.json()) as T;
    },
    async perform<R>(action: string, body: Readonly<Record<string, unknown>>, key = newKey()) {
      const response = await sendPatiently(`/api/${action}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key.replace(/\s/g, ':') },
        body: JSON.stringify(body),
      });
      if (response.ok) {
        const { masked, ...performed } = (await response.json()) as PerformedView<R> & { readonly masked?: readonly string[] };
        if (masked) onMasked(masked);
        return performed as PerformedView<R>;
      }
      const copy = response.clone();
      const answer = (await response.json().catch(() => ({}))) as PerformedView<R>;
      if (answer.refused) return answer;
      throw await failure(copy);
    },
    async upload(file) {
      const response = await send(`/api/files?name=${encodeURIComponent(file.name)}`, {
        method: 'POST',
        headers: { 'content-type': file.type || 'application/octet-stream' },
        body: file,
      });
      const copy = response.clone();
      const answer = (await response.json().catch(() => ({}))) as { file?: FileRef; refused?: RefusedView };
      if (answer.file) return answer.file;
      if (answer.refused) return answer.refused;
      throw await failure(copy);
    },
    async blob(path) {
      const response = await send(path);
      if (!response.ok) throw await failure(response);
      return response.blob();
    },
    async ask(path, body, signal) {
      const isFile = body instanceof Blob;
      const response = await send(path, {
        method: 'POST',
        headers: { 'content-type': isFile ? body.type || 'application/octet-stream' : 'application/json' },
        body: isFile ? body : JSON.stringify(body),
        ...(signal && { signal }),
      });
      if (!response.ok) throw await failure(response);
      return response;
    },
    async remove(path) {
      const response = await send(path, { method: 'DELETE' });
      if (!response.ok) throw await failure(response);
    },
    async open(path, signal) {
      const response = await send(path, { signal, headers: { accept: 'text/event-stream' } });
      if (!response.ok) throw await failure(response);
      return response;
    },
  };
}
