import type { UseQueryResult } from '@tanstack/react-query';
import type { PanelProps } from '@/ui/Panel';

/** Several queries as one of a panel: what is read of them is shown, and what failed first is told. */
export function allOf<T>(queries: readonly UseQueryResult<unknown>[], read: T): PanelProps<T>['query'] {
  const some = queries.some((each) => each.data !== undefined);
  return {
    data: some ? read : undefined,
    error: queries.find((each) => each.error)?.error ?? null,
    isPending: queries.some((each) => each.isPending && each.fetchStatus !== 'idle'),
    isFetching: queries.some((each) => each.isFetching),
    dataUpdatedAt: Math.max(0, ...queries.map((each) => each.dataUpdatedAt)),
    errorUpdatedAt: Math.max(0, ...queries.map((each) => each.errorUpdatedAt)),
    refetch: (() => Promise.all(queries.map((each) => each.refetch()))) as unknown as PanelProps<T>['query']['refetch'],
  };
}
