import type { Query, QueryClient, QueryKey } from '@tanstack/react-query';

/** What news makes old is read again at most this often, however many there are. */
const PAUSE_MILLIS = 1_000;

/**
 * Reads again what news made old: at once, and after that once a second for as long as there is more. An answer that is
 * on its way is waited for and asked for again after it. Were it broken off, a stream of news would keep it away for ever.
 */
export class Refresher {
  private readonly readAt = new WeakMap<Query, number>();
  private readonly planned = new WeakSet<Query>();

  constructor(private readonly cache: QueryClient) {}

  /** Everything whose key begins like this is old. */
  refresh(queryKey: QueryKey): void {
    this.cache
      .getQueryCache()
      .findAll({ queryKey })
      .forEach((query) => this.plan(query));
  }

  private plan(query: Query): void {
    if (this.planned.has(query)) {
      return;
    }
    const wait = (this.readAt.get(query) ?? 0) + PAUSE_MILLIS - Date.now();
    if (wait <= 0) {
      this.read(query);
    } else {
      this.planned.add(query);
      setTimeout(() => {
        this.planned.delete(query);
        this.read(query);
      }, wait);
    }
  }

  private read(query: Query): void {
    this.readAt.set(query, Date.now());
    if (query.state.fetchStatus === 'fetching') {
      this.plan(query);
    } else {
      void this.cache.invalidateQueries({ queryKey: query.queryKey, exact: true });
    }
  }
}
