import { useQuery } from '@tanstack/react-query';
import { every } from '@/api/every';
import { data, gateway } from '@/api/clients';
import { keys } from '@/api/keys';
import { useSession } from '@/auth/session';

/** It costs each service two short requests. */
const EVERY_MILLIS = 15_000;

/** How every service is, asked again while somebody looks. */
export function useSystemStatus() {
  const session = useSession();
  return useQuery({
    queryKey: keys.gateway.status,
    queryFn: ({ signal }) => data(gateway.GET('/api/v1/system/status', { signal })),
    refetchInterval: every(EVERY_MILLIS),
    enabled: session.phase === 'signed-in',
  });
}
