import { useSyncExternalStore } from 'react';

/**
 * The time of the servers, as well as it is known. Ages are told by it: the clock of the browser may be wrong.
 *
 * Each answer with a time of the server is a sample. One that travelled for a shorter time is the better one; after a
 * while, or when the two differ by far, the newer one counts.
 */
export class ServerClock {
  private offset = 0;
  private uncertainty = Number.POSITIVE_INFINITY;
  private sampledAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly local: () => number = Date.now) {}

  /**
   * @param serverMillis what the server's clock said
   * @param sentAt local time when it was asked
   * @param resolution how coarse the server's time is, such as 1,000 for a Date header
   */
  observe(serverMillis: number, sentAt: number, resolution = 0): void {
    const now = this.local();
    if (!Number.isFinite(serverMillis)) {
      return;
    }
    const travel = Math.max(0, now - sentAt);
    const uncertainty = travel / 2 + resolution / 2;
    const offset = serverMillis + resolution / 2 - (sentAt + travel / 2);
    const differs = Math.abs(offset - this.offset) > uncertainty + this.uncertainty;
    if (uncertainty <= this.uncertainty || differs || now - this.sampledAt > 600_000) {
      this.offset = offset;
      this.uncertainty = uncertainty;
      this.sampledAt = now;
    }
  }

  /** The server said that it is so late already; how long that took to arrive nobody knows. */
  notBefore(serverMillis: number): void {
    if (serverMillis > this.now()) {
      this.offset = serverMillis - this.local();
    }
  }

  now(): number {
    return this.local() + this.offset;
  }
}

export const serverClock = new ServerClock();

let second = 0;
let localMillis = Date.now();
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    localMillis = Date.now();
    second = Math.floor(serverClock.now() / 1000);
    listeners.forEach((each) => each());
  }, 1000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The server's time in whole seconds; who uses it is drawn anew every second. */
export function useServerSeconds(): number {
  return useSyncExternalStore(subscribe, () => second || Math.floor(serverClock.now() / 1000));
}

/** The browser's own time, for what the browser itself timed. */
export function useLocalMillis(): number {
  return useSyncExternalStore(subscribe, () => localMillis);
}
