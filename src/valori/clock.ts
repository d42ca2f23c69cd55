/** Where "now" comes from. Injected everywhere, so that tests and the simulator can move it. */
export interface Clock {
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };
