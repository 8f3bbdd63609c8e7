import { useQuery } from '@tanstack/react-query';
import { data, models } from '@/api/clients';
import { keys } from '@/api/keys';

/** One signal with all that is kept of it. */
export function useSignal(id: number) {
  return useQuery({
    queryKey: [...keys.models.all, 'signal', id],
    queryFn: ({ signal }) =>
      data(models.GET('/api/models/signals/{signal_id}', { params: { path: { signal_id: id } }, signal })),
    staleTime: 60_000,
    enabled: Number.isSafeInteger(id) && id > 0,
  });
}
