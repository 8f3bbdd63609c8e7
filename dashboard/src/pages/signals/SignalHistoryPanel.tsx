import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { data, models } from '@/api/clients';
import type { components } from '@/api/generated/signals-api';
import { keys } from '@/api/keys';
import { Choice } from '@/ui/Choice';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Label } from '@/ui/Label';
import { Older } from '@/ui/Older';
import { Panel } from '@/ui/Panel';
import { When } from '@/ui/When';
import { oneOf, useUrlState } from '@/url/useUrlState';
import { DayFilters } from '../trades/DayFilters';
import { RunFilter } from '../trades/RunFilter';
import { Filter } from '../trades/Filter';
import { SaveAll } from '../trades/SaveAll';
import { useHistoryFilter } from '../trades/useHistoryFilter';
import { ModelFilter } from './ModelFilter';

type Signal = components['schemas']['PastSignal'];
type Page = components['schemas']['ModelSignalPage'];

const PAGE = 50;
const SIDES = ['all', 'buy', 'sell', 'hold'] as const;
const SIDE = oneOf(...SIDES);

const COLUMNS: readonly Column<Signal>[] = [
  { id: 'at', header: 'Bar', value: (row) => row.timestamp, cell: (row) => <When at={row.timestamp} /> },
  {
    id: 'model',
    header: 'Model',
    value: (row) => row.strategy_code,
    cell: (row) => (
      <>
        {row.strategy_code} <Label of={undefined} proxy={row.proxy} />
      </>
    ),
  },
  {
    id: 'signal',
    header: 'Signal',
    value: (row) => row.signal,
    cell: (row) => (
      <>
        {row.signal}
        {row.abstained ? <span className="block text-xs text-quiet">abstained: {row.abstained}</span> : null}
      </>
    ),
  },
  {
    id: 'confidence',
    header: 'Confidence',
    numeric: true,
    value: (row) => row.confidence,
    cell: (row) => (
      <Figure value={row.confidence} kind="fraction" decimals={0} reason={row.abstained ?? 'It has none'} />
    ),
  },
  {
    id: 'entry',
    header: 'Entry',
    numeric: true,
    wide: true,
    value: (row) => row.entry_price,
    cell: (row) => <Figure value={row.entry_price} kind="price" reason="It takes no position" />,
  },
  {
    id: 'stop',
    header: 'Stop',
    numeric: true,
    wide: true,
    value: (row) => row.stop_loss,
    cell: (row) => <Figure value={row.stop_loss} kind="price" reason="It takes no position" />,
  },
  {
    id: 'target',
    header: 'Target',
    numeric: true,
    wide: true,
    value: (row) => row.take_profit,
    cell: (row) => <Figure value={row.take_profit} kind="price" reason="It takes no position" />,
  },
  { id: 'reason', header: 'Reason', wide: true, value: (row) => row.reasoning },
];

/** What the models said, the newest first, of one symbol and as many models as are chosen. */
export function SignalHistoryPanel({ onSelect }: { onSelect: (id: string) => void }) {
  const filter = useHistoryFilter();
  const [side, setSide] = useUrlState('side', SIDE, 'all');
  const query = useMemo(() => ({ ...filter.query, ...(side === 'all' ? {} : { side }) }), [filter.query, side]);
  const signals = useInfiniteQuery({
    queryKey: [...keys.models.all, 'signals', query],
    queryFn: async ({ signal, pageParam }) =>
      (await data(
        models.GET('/api/models/signals', {
          params: {
            query: {
              limit: PAGE,
              ...query,
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      )) as Page,
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
  });
  return (
    <Panel
      title="Signals so far"
      query={signals}
      label={(read) => read.pages[0]?.label}
      tools={
        <>
          <Filter name="Symbol" value={filter.symbol} onChange={filter.setSymbol} />
          <ModelFilter value={filter.strategy} run={filter.run} onChange={filter.setStrategy} />
          <Choice name="Side" value={side} options={SIDES} onChoose={setSide} />
          <DayFilters filter={filter} />
          <RunFilter filter={filter} />
        </>
      }
      empty={(read) =>
        read.pages.some((page) => page.signals?.length)
          ? undefined
          : { text: read.pages[0]?.reason?.message ?? 'No model has said anything yet, or none matches the filter.' }
      }
    >
      {(read) => (
        <>
          <DataTable
            name="Signals so far"
            rows={read.pages.flatMap((page) => page.signals ?? [])}
            columns={COLUMNS}
            rowKey={(row) => String(row.signal_id)}
            onRow={(row) => onSelect(String(row.signal_id))}
          />
          <div className="flex flex-wrap gap-2">
            <Older of={signals} />
            <SaveAll service="signals-api-service" path="/api/models/signals" query={query} file="signals.csv" />
          </div>
        </>
      )}
    </Panel>
  );
}
