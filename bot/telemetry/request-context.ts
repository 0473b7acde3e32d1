import { AsyncLocalStorage } from 'node:async_hooks';

const requests = new AsyncLocalStorage<string>();

/** Runs `work` as part of a request: every line that it logs, also after the answer, carries this id. */
export function withCorrelationId<T>(id: string, work: () => T): T {
  return requests.run(id, work);
}

/** The id of the request that is being worked on; undefined outside of requests. */
export function correlationId(): string | undefined {
  return requests.getStore();
}
