import { AsyncLocalStorage } from 'node:async_hooks';
import { RestError, type TableClient } from '@azure/data-tables';
import { AppError } from '../../kernel';

/** How long to wait for Azure before the answer is `busy`. */
export interface Patience {
  readonly attemptTimeoutMs: number;
  /** For one call of the port with all its attempts and pauses. */
  readonly totalTimeoutMs: number;
  readonly maxRetries: number;
  /** Pause before the first retry; it doubles each time. */
  readonly retryDelayMs: number;
  readonly maxRetryDelayMs: number;
}

/** Teams waits 15 seconds for the answer to a card press: give up before that, so that the person is told. */
export const PATIENCE: Patience = {
  attemptTimeoutMs: 4_000,
  totalTimeoutMs: 10_000,
  maxRetries: 5,
  retryDelayMs: 200,
  maxRetryDelayMs: 2_000,
};

/** What is known about the requests that one call of the port has sent so far. */
export interface Attempts {
  /** An attempt failed in a way that does not tell whether the store has carried it out. */
  hasUncertain: boolean;
  /** What the transaction to be sent consists of; see `guarded-deletes.ts`. */
  operations?: readonly Operation[];
}

export interface Operation {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  /** The condition of a guarded delete. */
  readonly deleteEtag: string | undefined;
}

export type PipelinePolicy = Parameters<TableClient['pipeline']['addPolicy']>[0];

const current = new AsyncLocalStorage<Attempts>();

export function currentAttempts(): Attempts | undefined {
  return current.getStore();
}

/** Runs one call of the port: bounded in time, its attempts watched, its errors turned into `busy` or `bug`. */
export async function withPatience<T>(
  patience: Patience,
  work: (call: { readonly abortSignal: AbortSignal; readonly attempts: Attempts }) => Promise<T>,
): Promise<T> {
  const abortSignal = AbortSignal.timeout(patience.totalTimeoutMs);
  const attempts: Attempts = { hasUncertain: false };
  try {
    return await current.run(attempts, () => work({ abortSignal, attempts }));
  } catch (error) {
    throw asAppError(error);
  }
}

/**
 * Watches every single attempt below the retry policy of the SDK. Attempts without an answer (a time-out, a cut
 * connection) become an error that policy retries; by itself it would give up on a hanging or half-read answer.
 */
export function attemptPolicy(patience: Patience): PipelinePolicy {
  return {
    name: 'bellhopAttempt',
    async sendRequest(request, next) {
      const attempts = currentAttempts();
      const total = request.abortSignal;
      const timeout = AbortSignal.timeout(patience.attemptTimeoutMs);
      request.abortSignal = total ? AbortSignal.any([total as AbortSignal, timeout]) : timeout;
      try {
        const response = await next(request);
        if (attempts && isServerFailure(response.status)) attempts.hasUncertain = true;
        return response;
      } catch (cause) {
        if (attempts) attempts.hasUncertain = true;
        if (total?.aborted) throw cause;
        throw new RestError(`The store did not answer: ${(cause as Error).message}`, { code: 'ECONNRESET', request });
      } finally {
        if (total) request.abortSignal = total;
        else delete request.abortSignal;
      }
    },
  };
}

/** The server may have carried out a request that it answered so. 429 is not among them: it refuses before it starts. */
function isServerFailure(status: number): boolean {
  return status >= 500 || status === 408;
}

/** Errors of the Azure SDKs as the port promises them. */
export function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const detail = error instanceof Error ? `${error.name} ${error.message}` : String(error);
  const kind = isPassing(error) ? 'busy' : 'bug';
  return new AppError(kind, kind === 'busy' ? 'storage.busy' : 'storage.failed', { cause: error, detail });
}

function isPassing(error: unknown): boolean {
  if (error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError')) return true;
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (statusCode !== undefined) return statusCode === 429 || isServerFailure(statusCode);
  return code === 'ECONNRESET';
}
