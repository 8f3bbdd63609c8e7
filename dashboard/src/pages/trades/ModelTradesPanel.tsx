import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { data, models } from '@/api/clients';
import type { components } from '@/api/generated/signals-api';
import { keys } from '@/api/keys';
import { Choice } from '@/ui/Choice';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Older } from '@/ui/Older';
import { Panel } from '@/ui/Panel';
import { When } from '@/ui/When';
import { oneOf, text, useUrlState } from '@/url/useUrlState';
import { ModelFilter } from '../signals/ModelFilter';
import { Filter } from './Filter';
import { DayFilters } from './DayFilters';
import { RunFilter } from './RunFilter';
import { SaveAll } from './SaveAll';
import { TradePricePanel } from './TradePricePanel';
import { summed } from './trades';
import { useHistoryFilter } from './useHistoryFilter';

type Trade = components['schemas']['ModelTrade'];

const PAGE = 100;
const RESULTS = ['all', 'win', 'loss', 'even'] as const;
const RESULT = oneOf(...RESULTS);

const COLUMNS: readonly Column<Trade>[] = [
  {
    id: 'exit_time',
    header: 'Closed',
    value: (row) => row.exit_time,
    cell: (row) => <When at={row.exit_time} reason="It is open" />,
  },
  { id: 'strategy', header: 'Model', value: (row) => row.strategy_code },
  { id: 'side', header: 'Side', value: (row) => row.side },
  {
    id: 'entry',
    header: 'Entry',
    numeric: true,
    value: (row) => row.entry_price,
    cell: (row) => <Figure value={row.entry_price} kind="price" />,
  },
  {
    id: 'exit',
    header: 'Exit',
    numeric: true,
    wide: true,
    value: (row) => row.exit_price,
    cell: (row) => <Figure value={row.exit_price} kind="price" reason="It is open" />,
  },
  {
    id: 'pnl',
    header: 'P&L',
    unit: 'USD',
    numeric: true,
    value: (row) => row.realized_pnl,
    cell: (row) => <Figure value={row.realized_pnl} kind="money" gain reason="It is open" />,
  },
  {
    id: 'fees',
    header: 'Fees',
    unit: 'USD',
    numeric: true,
    wide: true,
    value: (row) => row.fees,
    cell: (row) => <Figure value={row.fees} kind="money" reason="They were not told" />,
  },
  { id: 'reason', header: 'Exit reason', wide: true, value: (row) => row.exit_reason },
  {
    id: 'mae',
    header: 'MAE',
    numeric: true,
    wide: true,
    value: (row) => row.mae,
    cell: (row) => <Figure value={row.mae} kind="money" reason="Prices in between were not kept" />,
  },
  {
    id: 'mfe',
    header: 'MFE',
    numeric: true,
    wide: true,
    value: (row) => row.mfe,
    cell: (row) => <Figure value={row.mfe} kind="money" reason="Prices in between were not kept" />,
  },
];

/** Trades of the models' paper accounts, or of a run that was imported. */
export function ModelTradesPanel() {
  const filter = useHistoryFilter();
  const [result, setResult] = useUrlState('result', RESULT, 'all');
  const query = useMemo(() => ({ ...filter.query, ...(result === 'all' ? {} : { result }) }), [filter.query, result]);
  const [selected, select] = useUrlState('trade', text, '');
  const trades = useInfiniteQuery({
    queryKey: [...keys.models.all, 'trades', query],
    queryFn: ({ signal, pageParam }) =>
      data(
        models.GET('/api/models/trades', {
          params: {
            query: {
              limit: PAGE,
              ...query,
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
  });
  const first = trades.data?.pages[0];
  const chosen = trades.data?.pages.flatMap((page) => page.trades ?? []).find((trade) => keyOf(trade) === selected);
  return (
    <>
      {chosen === undefined || first?.symbol === undefined ? null : (
        <TradePricePanel symbol={first.symbol} trade={chosen} timeframe={first.timeframe} onClose={() => select('')} />
      )}
      <Panel
        title="Trades of the models"
        query={trades}
        label={(read) => read.pages[0]?.label}
        tools={
          <>
            <Filter name="Symbol" value={filter.symbol} onChange={filter.setSymbol} />
            <ModelFilter value={filter.strategy} run={filter.run} onChange={filter.setStrategy} />
            <Choice name="Result" value={result} options={RESULTS} onChoose={setResult} />
            <DayFilters filter={filter} />
            <RunFilter filter={filter} />
          </>
        }
        empty={(read) =>
          read.pages.some((page) => page.trades?.length)
            ? undefined
            : { text: read.pages[0]?.reason?.message ?? 'No trade is over yet, or none matches the filter.' }
        }
      >
        {(read) => {
          const rows = read.pages.flatMap((page) => page.trades ?? []);
          return (
            <>
              <p className="text-sm">
                <Figure value={rows.length} kind="count" /> shown, together{' '}
                <Figure
                  value={summed(rows.map((row) => row.realized_pnl))}
                  kind="money"
                  gain
                  unit="USD"
                  reason="A trade is open"
                />
              </p>
              <DataTable
                name="Trades of the models"
                rows={rows}
                columns={COLUMNS}
                rowKey={keyOf}
                onRow={(row) => select(keyOf(row) === selected ? '' : keyOf(row))}
              />
              <div className="flex flex-wrap gap-2">
                <Older of={trades} />
                <SaveAll
                  service="signals-api-service"
                  path="/api/models/trades"
                  query={query}
                  file="trades-of-models.csv"
                />
              </div>
            </>
          );
        }}
      </Panel>
    </>
  );
}

function keyOf(trade: Trade): string {
  return `${trade.strategy_code} ${trade.position_id} ${trade.entry_time}`;
}
