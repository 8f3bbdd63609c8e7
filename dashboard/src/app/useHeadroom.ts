import { useQuery } from '@tanstack/react-query';
import { every } from '@/api/every';
import { data, risk } from '@/api/clients';
import type { components } from '@/api/generated/risk';
import { keys } from '@/api/keys';

export type LimitReading = components['schemas']['LimitHeadroom'];

/** How near an account is to each limit, and whether it may trade. */
export function useHeadroom(account: string | undefined) {
  return useQuery({
    queryKey: keys.risk.headroom(account ?? ''),
    queryFn: ({ signal }) =>
      data(
        risk.GET('/api/v1/risk/accounts/{account}/headroom', { params: { path: { account: account ?? '' } }, signal }),
      ),
    enabled: account !== undefined,
    refetchInterval: every(10_000),
  });
}

/** Of a limit, how much is used: 0 to 100; undefined when it cannot be told. */
export function usedPercent({ measured, limit }: LimitReading): number | undefined {
  return measured === undefined || limit === undefined || limit <= 0
    ? undefined
    : Math.min(100, Math.max(0, (100 * measured) / limit));
}

/** The limit in words: daily loss. */
export function limitName({ name }: LimitReading): string {
  return (name ?? 'limit').replaceAll('_', ' ');
}
