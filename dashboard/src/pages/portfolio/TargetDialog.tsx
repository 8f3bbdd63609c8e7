import { useQueryClient } from '@tanstack/react-query';
import { data, portfolio } from '@/api/clients';
import { keys } from '@/api/keys';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Weights } from './Weights';

/** What shall become the target: a stored answer of the optimiser, or weights. */
export type Wanted = { weights: Record<string, number>; requestId?: string };

/** Makes an optimum the target of the account. Nothing is traded by that. */
export function TargetDialog({ account, wanted, onClose }: { account: string; wanted: Wanted; onClose: () => void }) {
  const cache = useQueryClient();
  return (
    <ReasonDialog
      title={`Make it the target of ${account}`}
      description="Nothing is traded by that. A rebalancing brings the account to its target."
      act="Make it the target"
      onClose={onClose}
      onAct={async (reason, key) => {
        await data(
          portfolio.POST('/api/v1/portfolio/construct', {
            params: { header: { 'Idempotency-Key': key } },
            body: {
              account_id: account,
              reason,
              ...(wanted.requestId === undefined ? { weights: wanted.weights } : { request_id: wanted.requestId }),
            },
          }),
        );
        await cache.invalidateQueries({ queryKey: keys.portfolio.all });
      }}
    >
      <Weights weights={wanted.weights} />
    </ReasonDialog>
  );
}
