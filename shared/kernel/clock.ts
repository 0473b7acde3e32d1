/** Where "now" comes from. Decisions get an instant; only the edges hold a clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
