/** The present instant. Passed to whatever needs it, so that a test can set it. */
export type Clock = () => Date;

/** The machine's clock: the only place that reads it. */
export const systemClock: Clock = () => new Date();
