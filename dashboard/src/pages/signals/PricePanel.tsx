import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { every } from '@/api/every';
import { brain, data } from '@/api/clients';
import type { components } from '@/api/generated/brain';
import { keys } from '@/api/keys';
import { Chart, type ChartSeries } from '@/ui/Chart';
import { Panel } from '@/ui/Panel';
import { levelsOf, marksOf, pointsOf, SECONDS, type Held, type Timeframe } from './prices';

type Page = components['schemas']['CandlePage'];

export interface PricePanelProps {
  title: string;
  symbol: string;
  timeframe: Timeframe;
  /** Which candles; without it the newest. */
  window?: { from: string; to?: string } | undefined;
  /** What is marked by entry and exit. Stable. */
  held: readonly Held[];
  /** The one whose entry, stop and target are drawn as lines. Stable. */
  chosen?: Held | undefined;
  tools?: ReactNode;
  /** Below the chart. */
  children?: ReactNode;
}

const NEWEST = 300;
const MOST = 5000;

/** The price of a symbol as candles, with where positions were entered and left. */
export function PricePanel({ title, symbol, timeframe, window, held, chosen, tools, children }: PricePanelProps) {
  const candles = useQuery({
    queryKey: [...keys.brain.all, 'candles', symbol, timeframe, window],
    queryFn: ({ signal }) =>
      data(
        brain.GET('/api/v1/candles/{symbol}', {
          params: { path: { symbol }, query: { timeframe, limit: window ? MOST : NEWEST, ...window } },
          signal,
        }),
      ),
    ...(window?.to === undefined ? { refetchInterval: every(15_000) } : {}),
  });
  return (
    <Panel
      title={title}
      query={candles}
      rows={8}
      tools={tools}
      staleAfterSeconds={window?.to === undefined ? 120 : Infinity}
      empty={(read) =>
        read.candles?.length
          ? undefined
          : { text: `No ${timeframe} candle of ${symbol} is stored for this time. A feed brings them, or an import.` }
      }
    >
      {(read) => (
        <>
          <Candles page={read} timeframe={timeframe} held={held} chosen={chosen} />
          {children}
        </>
      )}
    </Panel>
  );
}

function Candles({
  page,
  timeframe,
  held,
  chosen,
}: {
  page: Page;
  timeframe: Timeframe;
  held: readonly Held[];
  chosen: Held | undefined;
}) {
  const points = useMemo(() => pointsOf(page.candles ?? []), [page]);
  const series = useMemo((): ChartSeries[] => {
    const seconds = SECONDS[timeframe];
    return [
      { name: `${page.symbol ?? ''} ${timeframe}`, kind: 'candles', points, marks: marksOf(points, held, seconds) },
      ...levelsOf(points, chosen, seconds),
    ];
  }, [page, points, timeframe, held, chosen]);
  return (
    <>
      <Chart name="Price" series={series} kind="price" height={340} />
      {page.derived_from ? (
        <p className="text-xs text-quiet">Put together from the {page.derived_from} candles that are stored.</p>
      ) : null}
      {page.implausible?.length ? (
        <p className="text-xs text-warn">{page.implausible.length} of these candles look implausible.</p>
      ) : null}
    </>
  );
}
