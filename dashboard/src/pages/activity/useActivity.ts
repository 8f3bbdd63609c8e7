import { useInfiniteQuery } from '@tanstack/react-query';
import { data, models } from '@/api/clients';
import { keys } from '@/api/keys';
import { useSession } from '@/auth/session';
import { faultOf, queryOf, type ActivityFilter } from './activity';

/** What happened, page by page, the newest first; the feed adds what happens meanwhile. */
export function useActivity(filter: ActivityFilter, limit: number) {
  const { phase } = useSession();
  const { kind, ...query } = queryOf(filter);
  return useInfiniteQuery({
    queryKey: keys.activity.list(filter, limit),
    queryFn: ({ signal, pageParam }) =>
      data(
        models.GET('/api/v1/activity', {
          params: {
            query: {
              ...query,
              ...(kind === undefined ? {} : { kind: [kind] }),
              limit,
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
    enabled: phase === 'signed-in' && faultOf(filter) === undefined,
  });
}
