/**
 * What a command has open is nobody's work any more after this long, in ms: far longer than a function may
 * live, so that nobody can still be about to commit on it.
 */
export const FENCE_MS = 10 * 60_000
