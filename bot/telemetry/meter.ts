/** How an action ended. `conflict`: somebody else was faster. `failed`: nobody expected it. */
export type ActionOutcome = 'done' | 'repeated' | 'refused' | 'conflict' | 'failed';
/** How an attempt to tell somebody ended. `postponed`: it is tried again. `waiting`: until the person first talks to the bot. */
export type DeliveryOutcome = 'sent' | 'skipped' | 'failed' | 'dead' | 'diverted' | 'postponed' | 'waiting';

/** Takes down what happens. Every text in it is one of a list that is known when the process starts, and none is about a person. */
export interface Meter {
  /** `route`: the pattern, e.g. `/api/lists/:list`; undefined where no route was found. */
  request(method: string, route: string | undefined, status: number, seconds: number): void;
  /** `code`: of the refusal or of the error; empty when it was done. */
  action(action: string, outcome: ActionOutcome, code: string): void;
  /** `errorType`: empty when all went well. `rows`: read or written. */
  storage(operation: string, errorType: string, rows: number, seconds: number): void;
  delivery(channel: string, outcome: DeliveryOutcome): void;
}

/** While nobody asks for metrics nothing is counted. */
export const noMeter: Meter = { request: () => undefined, action: () => undefined, storage: () => undefined, delivery: () => undefined };
