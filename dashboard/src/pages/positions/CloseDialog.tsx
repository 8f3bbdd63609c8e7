import { useQuery, useQueryClient } from '@tanstack/react-query';
import { data, orchestrator } from '@/api/clients';
import { keys } from '@/api/keys';
import { useMissing } from '@/auth/session';
import type { Prices } from '@/live/apply';
import { Figure } from '@/ui/Figure';
import { ReasonDialog } from '@/ui/ReasonDialog';
import type { Holding } from './holding';

/** Closes a position of an account at the market. The key is of the dialog: clicking twice is one order. */
export function CloseDialog({ holding, onClose }: { holding: Holding; onClose: () => void }) {
  const cache = useQueryClient();
  const missing = useMissing('trade:execute');
  const told = useQuery<Prices>({ queryKey: keys.models.prices, enabled: false }).data?.[holding.symbol]?.price;
  const price = told === undefined ? holding.mark : Number(told);
  return (
    <ReasonDialog
      title={`Close ${holding.symbol} of ${holding.of}`}
      description="The whole position, at the market. Orders that protect it end with it."
      act="Close it"
      danger
      withoutReason
      disabledReason={missing ?? (price === undefined ? 'No price is known to close at' : undefined)}
      onClose={onClose}
      onAct={async (_, key) => {
        await data(
          orchestrator.POST('/api/v1/orchestrator/positions/{symbol}/close', {
            params: { path: { symbol: holding.symbol }, header: { 'Idempotency-Key': key } },
            body: { account_id: holding.of, current_price: price ?? 0 },
          }),
        );
        await Promise.all([
          cache.invalidateQueries({ queryKey: keys.ledger.all }),
          cache.invalidateQueries({ queryKey: keys.orchestrator.all }),
        ]);
      }}
    >
      <p>
        {holding.side} <Figure value={holding.volume} kind="lots" unit={holding.unit} />, entered at{' '}
        <Figure value={holding.entry} kind="price" />, now <Figure value={price} kind="price" reason="No price" />,
        P&amp;L <Figure value={holding.pnl} kind="money" gain reason="No price has come yet" />
      </p>
    </ReasonDialog>
  );
}
