import { useQuery } from '@tanstack/react-query';
import { data, gateway } from '@/api/clients';
import { every } from '@/api/every';
import { keys } from '@/api/keys';
import { useSession } from '@/auth/session';

/** Who the token is of, and whether this suite trades with money. */
export function useMe() {
  const { phase, name } = useSession();
  return useQuery({
    queryKey: [...keys.gateway.me, name],
    queryFn: ({ signal }) => data(gateway.GET('/api/v1/me', { signal })),
    enabled: phase === 'signed-in',
    // The gateway answers without the mode while the orchestrator does not tell it.
    refetchInterval: (query) =>
      every(query.state.data !== undefined && query.state.data.mode === undefined ? 5_000 : 60_000)(query),
  });
}
