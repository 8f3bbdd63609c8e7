import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readOlder } from './older';

describe('the next page of a list', () => {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const queryKey = ['activity'];
  let failing = false;
  let list: InfiniteQueryObserver<string, Error, { pages: string[] }, string[], number>;
  let stop: () => void;

  beforeEach(async () => {
    vi.useFakeTimers();
    failing = false;
    list = new InfiniteQueryObserver(cache, {
      queryKey,
      queryFn: ({ pageParam }) =>
        new Promise<string>((done, fail) =>
          setTimeout(() => (failing ? fail(new Error('offline')) : done(`page ${String(pageParam)}`)), 50),
        ),
      initialPageParam: 1,
      getNextPageParam: (_, pages) => (pages.length < 3 ? pages.length + 1 : undefined),
    });
    stop = list.subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(50);
  });

  afterEach(() => {
    stop();
    cache.clear();
    vi.useRealTimers();
  });

  const pages = () => list.getCurrentResult().data?.pages;
  const older = () => readOlder(list.getCurrentResult());

  it('comes behind those that are there, until the list ends', async () => {
    void older();
    await vi.advanceTimersByTimeAsync(50);
    expect(pages()).toEqual(['page 1', 'page 2']);

    void older();
    await vi.advanceTimersByTimeAsync(50);
    expect(pages()).toEqual(['page 1', 'page 2', 'page 3']);

    void older();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(pages()).toHaveLength(3);
  });

  it('comes though the list is read again meanwhile, or was when it was asked for', async () => {
    void older();
    await vi.advanceTimersByTimeAsync(20);
    void cache.invalidateQueries({ queryKey });
    await vi.advanceTimersByTimeAsync(500);
    expect(pages()).toEqual(['page 1', 'page 2']);

    void cache.invalidateQueries({ queryKey });
    await vi.advanceTimersByTimeAsync(20);
    void older();
    await vi.advanceTimersByTimeAsync(500);
    expect(pages()).toEqual(['page 1', 'page 2', 'page 3']);
  });

  it('is not asked for again when it fails', async () => {
    failing = true;
    void older();
    await vi.advanceTimersByTimeAsync(60);
    expect(list.getCurrentResult().isError).toBe(true);

    failing = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(pages()).toEqual(['page 1']);
  });
});
