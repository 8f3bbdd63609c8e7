import { useQuery } from '@tanstack/react-query';
import { brain, data } from '@/api/clients';
import type { components } from '@/api/generated/brain';
import { keys } from '@/api/keys';
import { useSession } from '@/auth/session';
import { SECONDS, type Timeframe } from '../signals/prices';
import type { Resolution } from './performance';

type Candle = components['schemas']['Candle'];

const MOST = 5000;
const TIMEFRAMES: Readonly<Record<Resolution, Timeframe>> = { '5m': 'M5', '1h': 'H1', '1d': 'D1' };

/** Candles that are as far apart as the points, or as the bars of the models where those are longer. */
export function timeframeOf(resolution: Resolution, bars: Timeframe | undefined): Timeframe {
  const wanted = TIMEFRAMES[resolution];
  return bars !== undefined && SECONDS[bars] > SECONDS[wanted] ? bars : wanted;
}

/** From when to when each page of candles is read, in seconds. */
export function pagesOf(from: number, to: number, timeframe: Timeframe): { from: number; to: number }[] {
  const length = MOST * SECONDS[timeframe];
  return Array.from({ length: Math.max(0, Math.ceil((to - from) / length)) }, (_, page) => ({
    from: from + page * length,
    to: Math.min(to, from + (page + 1) * length),
  }));
}

/** The prices of a symbol at the closes of its candles, from one moment to another, in seconds. */
export function useHold(
  symbol: string | undefined,
  timeframe: Timeframe,
  from: number | undefined,
  to: number | undefined,
) {
  const { phase } = useSession();
  const seconds = SECONDS[timeframe];
  return useQuery({
    queryKey: [...keys.brain.all, 'hold', symbol, timeframe, from, to],
    queryFn: async ({ signal }) => {
      // The candle before the beginning closes at it.
      const pages = await Promise.all(
        pagesOf((from ?? 0) - seconds, to ?? 0, timeframe).map((page) =>
          data(
            brain.GET('/api/v1/candles/{symbol}', {
              params: {
                path: { symbol: symbol ?? '' },
                query: { timeframe, from: written(page.from), to: written(page.to), limit: MOST },
              },
              signal,
            }),
          ),
        ),
      );
      return pages.flatMap((page) => page.candles ?? []).flatMap((candle) => closeOf(candle, seconds));
    },
    enabled: phase === 'signed-in' && symbol !== undefined && from !== undefined && to !== undefined,
    staleTime: 60_000,
  });
}

function closeOf(candle: Candle, seconds: number): { time: number; price: number }[] {
  const opened = Date.parse(candle.open_time ?? '') / 1000;
  const price = Number(candle.close);
  return Number.isFinite(opened) && price > 0 ? [{ time: opened + seconds, price }] : [];
}

function written(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}
