import type { Query } from '@tanstack/react-query';
import { asFailure } from './failure';

/** Whatever is offline is asked again this often, so that it is back on the page soon after it is back. */
const OFFLINE_MILLIS = 3_000;

/** How long after an answer the next one is asked for: this long, and sooner while nobody answers. */
export function every(millis: number): (query: Pick<Query, 'state'>) => number {
  return ({ state }) =>
    state.error !== null && asFailure(state.error).kind === 'offline' ? Math.min(OFFLINE_MILLIS, millis) : millis;
}
