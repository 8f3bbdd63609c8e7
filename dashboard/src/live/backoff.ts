const FIRST_MILLIS = 500;
const LONGEST_MILLIS = 15_000;

/**
 * How long to wait before the next attempt: half a second, doubled each time up to 15, and of that between a half and
 * all of it, so that a thousand tabs do not come back at once.
 */
export function backoffMillis(failures: number, random: () => number = Math.random): number {
  const longest = Math.min(LONGEST_MILLIS, FIRST_MILLIS * 2 ** Math.min(failures, 10));
  return Math.round(longest * (0.5 + random() / 2));
}
