import { useQuery } from '@tanstack/react-query';
import { data, orchestrator, strategyController } from '@/api/clients';
import { keys } from '@/api/keys';

/** What the controller of a strategy says of itself and its parameters; it does not answer when it is offline. */
export function useStrategy(type: string) {
  return useQuery({
    queryKey: [...keys.orchestrator.all, 'strategy', type],
    queryFn: ({ signal }) => data(strategyController(type).GET('/strategy/info', { signal })),
    enabled: type !== '',
    staleTime: 60_000,
    retry: false,
  });
}

/** The types of strategies there are controllers for, those that run first. */
export function useStrategyTypes(): string[] {
  const status = useQuery({
    queryKey: [...keys.orchestrator.all, 'status'],
    queryFn: ({ signal }) => data(orchestrator.GET('/orchestrator/status', { signal })),
  });
  return Object.entries(status.data?.strategy_controllers ?? {})
    .sort(([, a], [, b]) => Number(b.status === 'online') - Number(a.status === 'online'))
    .map(([type]) => type);
}
