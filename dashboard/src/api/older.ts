import type { UseInfiniteQueryResult } from '@tanstack/react-query';

/** How often a page is asked for before whoever wants it has to ask again. */
const MOST_ATTEMPTS = 10;

/** A list that goes on. */
export type Pages = Pick<UseInfiniteQueryResult<{ pages: unknown[] }>, 'data' | 'hasNextPage' | 'fetchNextPage'>;

/**
 * Reads the next page of a list. While its first pages are read again, because they are old, that is waited for; where it
 * begins meanwhile, it breaks off the reading of the next page, which is then asked for once more.
 */
export async function readOlder(list: Pages): Promise<void> {
  const before = list.data?.pages.length ?? 0;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const { data, isError, hasNextPage } = await list.fetchNextPage({ cancelRefetch: false });
    if (isError || !hasNextPage || (data?.pages.length ?? 0) > before) {
      return;
    }
  }
}
