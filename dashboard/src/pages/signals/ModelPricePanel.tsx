import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { data, models } from '@/api/clients';
import type { components } from '@/api/generated/signals-api';
import { keys } from '@/api/keys';
import { useSession } from '@/auth/session';
import { SignInPanel } from '@/ui/SignInPanel';
import { PricePanel } from './PricePanel';
import { windowOf, type Held } from './prices';
import { useSignal } from './useSignal';

type Position = components['schemas']['CurrentPosition'];

const MOST_TRADES = 500;

/** The price of the chosen symbol, with what the paper account of the chosen model did; around the chosen signal. */
export function ModelPricePanel({
  symbol,
  strategy,
  signal,
  run,
}: {
  symbol: string;
  strategy: string;
  signal: string;
  run: number;
}) {
  const { phase } = useSession();
  const query = {
    ...(run > 0 ? { run } : {}),
    ...(symbol === '' ? {} : { symbol }),
    ...(strategy === '' ? {} : { strategy }),
  };
  const trades = useQuery({
    queryKey: [...keys.models.all, 'trades', 'chart', symbol, strategy, run],
    queryFn: ({ signal: abort }) =>
      data(
        models.GET('/api/models/trades', {
          params: { query: { ...query, limit: strategy === '' ? 1 : MOST_TRADES } },
          signal: abort,
        }),
      ),
  });
  const positions = useQuery({
    queryKey: [...keys.models.positions(symbol === '' ? undefined : symbol), strategy, run],
    queryFn: ({ signal: abort }) =>
      data(models.GET('/api/models/positions/current', { params: { query }, signal: abort })),
    // The profit of the moment moves nothing here.
    select: (read) => heldOf(read.positions?.[0]),
    enabled: strategy !== '',
  });
  const why = useSignal(Number(signal));
  const details = signal === '' ? undefined : why.data;
  const open = positions.data ?? undefined;
  const past = trades.data?.trades;
  const held = useMemo(
    (): Held[] => (strategy === '' ? [] : [...(past ?? []), ...(open === undefined ? [] : [open])]),
    [strategy, past, open],
  );
  const said = details?.signal;
  const chosen = useMemo(
    (): Held | undefined =>
      said?.entry_price === undefined
        ? open
        : {
            side: said.side,
            entry_time: said.timestamp,
            entry_price: said.entry_price,
            stop_loss: said.stop_loss,
            take_profit: said.take_profit,
          },
    [said, open],
  );
  const shown = details?.symbol ?? trades.data?.symbol ?? symbol;
  const timeframe = details?.timeframe ?? trades.data?.timeframe ?? 'M5';
  if (phase !== 'signed-in') {
    return <SignInPanel title="Price" />;
  }
  return shown === '' ? null : (
    <PricePanel
      title={`Price of ${shown}`}
      symbol={shown}
      timeframe={timeframe}
      window={said?.timestamp === undefined ? undefined : windowOf(said.timestamp, said.timestamp, timeframe)}
      held={held}
      chosen={chosen}
    >
      <p className="text-xs text-quiet">
        {strategy === ''
          ? 'Choose a model to see where its paper account went in and out.'
          : held.length === 0
            ? `${strategy} has not traded ${shown} yet.`
            : said?.entry_price !== undefined
              ? 'The lines are entry, stop and target of the chosen signal.'
              : open === undefined
                ? `${strategy} holds nothing now, so there is no stop and no target.`
                : 'The lines are entry, stop and target of what it holds.'}
      </p>
    </PricePanel>
  );
}

function heldOf(position: Position | undefined): Held | null {
  return position === undefined
    ? null
    : {
        side: position.side,
        entry_time: position.entry_time,
        entry_price: position.entry_price,
        stop_loss: position.stop_loss,
        take_profit: position.take_profit,
      };
}
