import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** What news makes old is read again at most this often, however many there are. */
const PAUSE_MILLIS = 1_000;

/**
 * Reads again what news made old: at once, and after that once a second for as long as there is more. An answer that is
 * on its way is waited for and asked for again after it. Were it broken off, a stream of news would keep it away for ever.
 */
export class Refresher {
  private readonly readAt = new Map<string, number>();
  private readonly planned = new Set<string>();

  constructor(private readonly cache: QueryClient) {}

  /** Everything whose key begins like this is old. */
  refresh(queryKey: QueryKey): void {
    const name = JSON.stringify(queryKey);
    if (this.planned.has(name)) {
      return;
    }
    const wait = (this.readAt.get(name) ?? 0) + PAUSE_MILLIS - Date.now();
    if (wait <= 0) {
      this.read(name, queryKey);
    } else {
      this.planned.add(name);
      setTimeout(() => {
        this.planned.delete(name);
        this.read(name, queryKey);
      }, wait);
    }
  }

  private read(name: string, queryKey: QueryKey): void {
    this.readAt.set(name, Date.now());
    const isBusy = this.cache.isFetching({ queryKey }) > 0;
    void this.cache.invalidateQueries({ queryKey, fetchStatus: 'idle' });
    if (isBusy) {
      this.refresh(queryKey);
    }
  }
}
