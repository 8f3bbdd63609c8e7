import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { brain, data } from '@/api/clients';
import { keys } from '@/api/keys';
import { useSession } from '@/auth/session';
import { Button } from '@/ui/Button';
import { SignInPanel } from '@/ui/SignInPanel';
import { PricePanel } from '../signals/PricePanel';
import { timeframeFor, windowOf, type Held, type Timeframe } from '../signals/prices';

/** The price around a trade, with where it was entered and left. */
export function TradePricePanel({
  symbol,
  trade,
  timeframe,
  onClose,
}: {
  symbol: string;
  trade: Held;
  /** The finest there is reason to show; without it the finest that is stored. */
  timeframe?: Timeframe | undefined;
  onClose: () => void;
}) {
  const { phase } = useSession();
  const stored = useQuery({
    queryKey: [...keys.brain.all, 'stored'],
    queryFn: ({ signal }) => data(brain.GET('/api/v1/candles', { signal })),
    enabled: phase === 'signed-in' && timeframe === undefined,
  });
  const held = useMemo(() => [trade], [trade]);
  if (phase !== 'signed-in') {
    return <SignInPanel title={`Price of ${symbol}`} />;
  }
  const finest = timeframe
    ? [timeframe]
    : (stored.data?.series ?? []).flatMap((each) => (each.symbol === symbol ? (each.timeframe ?? []) : []));
  const seconds = (Date.parse(trade.exit_time ?? '') - Date.parse(trade.entry_time ?? '')) / 1000;
  const shown = timeframeFor(Number.isNaN(seconds) ? 0 : seconds, finest);
  return (
    <PricePanel
      title={`Price of ${symbol} around the trade`}
      symbol={symbol}
      timeframe={shown}
      window={windowOf(trade.entry_time ?? '', trade.exit_time, shown)}
      held={held}
      chosen={trade}
      tools={
        <Button look="quiet" onClick={onClose} aria-label="Close the price of the trade">
          <X size={14} aria-hidden />
        </Button>
      }
    >
      {trade.stop_loss === undefined && trade.take_profit === undefined ? (
        <p className="text-xs text-quiet">Stop and target were not kept with this trade.</p>
      ) : null}
    </PricePanel>
  );
}
