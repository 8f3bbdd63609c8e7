import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { data, portfolio } from '@/api/clients';
import type { components } from '@/api/generated/portfolio';
import { keys } from '@/api/keys';
import { Chart, type ChartSeries } from '@/ui/Chart';
import { Panel } from '@/ui/Panel';
import { labelOf, type LabelChoice, type Window } from './correlation';

type Rolling = components['schemas']['RollingCorrelation'];

/** The correlation of two strategies over time, one point for each day that ends a full window. */
export function PairPanel({ a, b, window, label }: { a: string; b: string; window: Window; label: LabelChoice }) {
  const asked = labelOf(label);
  const pair = useQuery({
    queryKey: [...keys.portfolio.all, 'correlation', 'pair', a, b, window, label],
    queryFn: ({ signal }) =>
      data(
        portfolio.GET('/api/v1/correlation/pair', {
          params: { query: { a, b, window, ...(asked === undefined ? {} : { label: asked }) } },
          signal,
        }),
      ),
  });
  return (
    <Panel
      title={`${a} and ${b}, rolling`}
      query={pair}
      label={(read) => read.labels?.join(' and ')}
      staleAfterSeconds={20 * 60}
      empty={(read) =>
        read.points?.length ? undefined : { text: read.reason?.message ?? 'The two have too few days in common.' }
      }
    >
      {(read) => <Rolled pair={read} />}
    </Panel>
  );
}

function Rolled({ pair }: { pair: Rolling }) {
  const series = useMemo(() => [seriesOf(pair)], [pair]);
  return <Chart name={`Correlation of ${pair.a} and ${pair.b}`} series={series} kind="ratio" height={220} />;
}

function seriesOf(pair: Rolling): ChartSeries {
  return {
    name: 'Correlation',
    points: (pair.points ?? []).map((point) => ({
      time: Math.floor(Date.parse(point.day ?? '') / 1000),
      value: point.correlation,
    })),
  };
}
