import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { data, ledger } from '@/api/clients';
import type { components } from '@/api/generated/ledger';
import { keys } from '@/api/keys';
import { words } from '@/format/words';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Older } from '@/ui/Older';
import { Panel } from '@/ui/Panel';
import { When } from '@/ui/When';
import { text, useUrlState } from '@/url/useUrlState';
import { Filter } from './Filter';
import { DayFilters } from './DayFilters';
import { SaveAll } from './SaveAll';
import { TradePricePanel } from './TradePricePanel';
import { summed } from './trades';
import { omitRun, useHistoryFilter } from './useHistoryFilter';

type Trip = components['schemas']['LedgerTrip'];

const PAGE = 100;

const COLUMNS: readonly Column<Trip>[] = [
  { id: 'exit_time', header: 'Closed', value: (row) => row.exit_time, cell: (row) => <When at={row.exit_time} /> },
  { id: 'symbol', header: 'Symbol', value: (row) => row.symbol },
  { id: 'side', header: 'Side', value: (row) => row.side },
  {
    id: 'quantity',
    header: 'Volume',
    unit: 'lots',
    numeric: true,
    value: (row) => row.quantity,
    cell: (row) => <Figure value={row.quantity} kind="lots" />,
  },
  {
    id: 'entry',
    header: 'Entry',
    numeric: true,
    wide: true,
    value: (row) => row.entry_price,
    cell: (row) => <Figure value={row.entry_price} kind="price" />,
  },
  {
    id: 'exit',
    header: 'Exit',
    numeric: true,
    wide: true,
    value: (row) => row.exit_price,
    cell: (row) => <Figure value={row.exit_price} kind="price" />,
  },
  {
    id: 'pnl',
    header: 'P&L',
    numeric: true,
    value: (row) => row.net_pnl,
    cell: (row) => <Figure value={row.net_pnl} kind="money" gain />,
  },
  {
    id: 'fees',
    header: 'Fees',
    numeric: true,
    wide: true,
    value: (row) => row.fees,
    cell: (row) => <Figure value={row.fees} kind="money" />,
  },
  {
    id: 'duration',
    header: 'Held for',
    numeric: true,
    value: (row) => row.duration_seconds,
    cell: (row) => <Figure value={row.duration_seconds} kind="duration" />,
  },
  {
    id: 'reason',
    header: 'Exit reason',
    wide: true,
    value: (row) => row.exit_reason,
    cell: (row) =>
      row.exit_reason === undefined ? (
        <Figure value={undefined} kind="count" reason="It was booked before fills told why" />
      ) : (
        <>{words(row.exit_reason)}</>
      ),
  },
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
  { id: 'strategy', header: 'Strategy', wide: true, value: (row) => row.strategy },
];

/** Round trips of an account. */
export function LedgerTripsPanel({ account }: { account: string }) {
  const filter = useHistoryFilter();
  // The books of an account have no runs.
  const query = useMemo(() => omitRun(filter.query), [filter.query]);
  const [selected, select] = useUrlState('trade', text, '');
  const trips = useInfiniteQuery({
    queryKey: [...keys.ledger.account(account), 'round-trips', query],
    queryFn: ({ signal, pageParam }) =>
      data(
        ledger.GET('/api/v1/accounts/{id}/round-trips', {
          params: {
            path: { id: account },
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
  const chosen = trips.data?.pages.flatMap((page) => page.round_trips ?? []).find((trip) => trip.id === selected);
  return (
    <>
      {chosen?.symbol === undefined ? null : (
        <TradePricePanel symbol={chosen.symbol} trade={chosen} onClose={() => select('')} />
      )}
      <Panel
        title={`Trades of ${account}`}
        query={trips}
        label={(read) => read.pages[0]?.round_trips?.[0]?.label}
        tools={
          <>
            <Filter name="Symbol" value={filter.symbol} onChange={filter.setSymbol} />
            <Filter name="Strategy" value={filter.strategy} onChange={filter.setStrategy} />
            <DayFilters filter={filter} />
          </>
        }
        empty={(read) =>
          read.pages.some((page) => page.round_trips?.length)
            ? undefined
            : { text: 'No trade is over yet, or none matches the filter.' }
        }
      >
        {(read) => {
          const rows = read.pages.flatMap((page) => page.round_trips ?? []);
          return (
            <>
              <p className="text-sm">
                <Figure value={rows.length} kind="count" /> shown, together{' '}
                <Figure
                  value={summed(rows.map((row) => row.net_pnl))}
                  kind="money"
                  gain
                  reason="A trade has no P&L"
                  {...(read.pages[0]?.currency === undefined ? {} : { unit: read.pages[0].currency })}
                />
              </p>
              <DataTable
                name={`Trades of ${account}`}
                rows={rows}
                columns={COLUMNS}
                rowKey={(row) => row.id ?? ''}
                onRow={(row) => select(row.id === selected ? '' : (row.id ?? ''))}
              />
              <div className="flex flex-wrap gap-2">
                <Older of={trips} />
                <SaveAll
                  service="ledger-service"
                  path={`/api/v1/accounts/${encodeURIComponent(account)}/round-trips`}
                  query={query}
                  file={`trades-of-${account}.csv`}
                />
              </div>
            </>
          );
        }}
      </Panel>
    </>
  );
}
