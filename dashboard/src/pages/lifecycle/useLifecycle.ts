import { useQuery } from '@tanstack/react-query';
import { data, portfolio } from '@/api/clients';
import { keys } from '@/api/keys';

/** The state of a strategy, and every gate of every step that may follow, as measured now. */
export function useLifecycle(code: string) {
  return useQuery({
    queryKey: [...keys.portfolio.all, 'lifecycle', code],
    queryFn: ({ signal }) =>
      data(portfolio.GET('/api/v1/strategies/{code}/lifecycle', { params: { path: { code } }, signal })),
  });
}
