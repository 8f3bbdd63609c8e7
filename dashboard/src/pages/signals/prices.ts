import type { components } from '@/api/generated/brain';
import { words } from '@/format/words';
import type { Instant } from '@/time/zones';
import type { ChartMark, ChartPoint, ChartSeries } from '@/ui/Chart';

export type Candle = components['schemas']['Candle'];
export type Timeframe = NonNullable<components['schemas']['StoredSeries']['timeframe']>;

/** How long the candles of each timeframe are, in seconds; the shortest first. */
export const SECONDS: Record<Timeframe, number> = {
  M1: 60,
  M5: 300,
  M15: 900,
  M30: 1800,
  H1: 3600,
  H4: 14_400,
  D1: 86_400,
};

const TIMEFRAMES = Object.keys(SECONDS) as Timeframe[];

/** More candles than these are too narrow to tell apart. */
const MOST_CANDLES = 400;

/** Candles around a trade on either side. */
const AROUND = 60;

/** What was or is held, as far as the chart shows it. */
export interface Held {
  side?: string | undefined;
  entry_time?: string | undefined;
  entry_price?: number | undefined;
  exit_time?: string | undefined;
  exit_price?: number | undefined;
  exit_reason?: string | undefined;
  stop_loss?: number | undefined;
  take_profit?: number | undefined;
}

export function pointsOf(candles: readonly Candle[]): ChartPoint[] {
  return candles.map(({ open_time, open, high, low, close }) => ({
    time: secondsOf(open_time) ?? 0,
    value: close,
    open,
    high,
    low,
  }));
}

function secondsOf(at: Instant | undefined): number | undefined {
  const millis = at === undefined ? NaN : new Date(at).getTime();
  return Number.isNaN(millis) ? undefined : Math.floor(millis / 1000);
}

/** The time of the candle in which something happened: the last that had begun; undefined outside of all of them. */
export function candleAt(points: readonly ChartPoint[], at: Instant | undefined, seconds: number): number | undefined {
  const wanted = secondsOf(at);
  const last = points.at(-1);
  if (wanted === undefined || last === undefined || wanted > last.time + seconds) {
    return undefined;
  }
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.time ?? 0) <= wanted) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return points[low - 1]?.time;
}

/** Where positions were entered and left, oldest first; what is outside of the candles is left out. */
export function marksOf(points: readonly ChartPoint[], held: readonly Held[], seconds: number): ChartMark[] {
  return held
    .flatMap((each): ChartMark[] => {
      const isLong = !/short|sell/i.test(each.side ?? '');
      const entry = candleAt(points, each.entry_time, seconds);
      const exit = candleAt(points, each.exit_time, seconds);
      return [
        ...(entry === undefined
          ? []
          : [
              {
                time: entry,
                text: isLong ? 'long' : 'short',
                place: isLong ? ('below' as const) : ('above' as const),
                shape: isLong ? ('up' as const) : ('down' as const),
                tone: isLong ? ('up' as const) : ('down' as const),
              },
            ]),
        ...(exit === undefined
          ? []
          : [
              {
                time: exit,
                // Of many the reasons would cover one another.
                text: each.exit_reason && held.length === 1 ? `out: ${words(each.exit_reason)}` : 'out',
                place: isLong ? ('above' as const) : ('below' as const),
                shape: 'dot' as const,
                tone: 'quiet' as const,
              },
            ]),
      ];
    })
    .sort((a, b) => a.time - b.time);
}

/** Entry, stop and target of one position as lines, from where it was entered to where it was left. */
export function levelsOf(points: readonly ChartPoint[], held: Held | undefined, seconds: number): ChartSeries[] {
  const from = candleAt(points, held?.entry_time, seconds) ?? points[0]?.time;
  const to = candleAt(points, held?.exit_time, seconds) ?? points.at(-1)?.time;
  if (held === undefined || from === undefined || to === undefined || from > to) {
    return [];
  }
  const line = (name: string, value: number | undefined, colour: number): ChartSeries[] =>
    value === undefined
      ? []
      : [
          {
            name,
            kind: 'dashed',
            colour,
            points:
              from === to
                ? [{ time: from, value }]
                : [
                    { time: from, value },
                    { time: to, value },
                  ],
          },
        ];
  return [
    ...line('Entry', held.entry_price, 4),
    ...line('Stop', held.stop_loss, 2),
    ...line('Target', held.take_profit, 6),
  ];
}

/** The finest timeframe that is stored and shows a time span with candles one can tell apart. */
export function timeframeFor(seconds: number, stored: readonly Timeframe[]): Timeframe {
  const finest = TIMEFRAMES.find((each) => stored.includes(each)) ?? 'M5';
  return (
    TIMEFRAMES.slice(TIMEFRAMES.indexOf(finest)).find((each) => seconds / SECONDS[each] + 2 * AROUND <= MOST_CANDLES) ??
    'D1'
  );
}

/** From when to when candles are shown for something that went on from one time to another. */
export function windowOf(
  from: Instant,
  to: Instant | undefined,
  timeframe: Timeframe,
): { from: string; to?: string } | undefined {
  const begin = secondsOf(from);
  const end = secondsOf(to);
  if (begin === undefined) {
    return undefined;
  }
  const around = AROUND * SECONDS[timeframe];
  const written = (seconds: number) => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
  return {
    from: written(begin - around),
    ...(end === undefined ? {} : { to: written(end + around) }),
  };
}
