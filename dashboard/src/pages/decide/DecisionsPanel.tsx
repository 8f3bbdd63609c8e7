import { useInfiniteQuery } from '@tanstack/react-query';
import { data, orchestrator } from '@/api/clients';
import type { components } from '@/api/generated/orchestrator';
import { keys } from '@/api/keys';
import { words } from '@/format/words';
import { Choice } from '@/ui/Choice';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Older } from '@/ui/Older';
import { Panel } from '@/ui/Panel';
import { When } from '@/ui/When';
import { day, oneOf, text, useUrlState } from '@/url/useUrlState';
import { DayFilters } from '../trades/DayFilters';
import { Filter } from '../trades/Filter';
import { queryOf } from '../trades/useHistoryFilter';

type Summary = components['schemas']['DecisionSummary'];

const PAGE = 50;
const VERDICTS = ['all', 'PROCEED', 'HOLD', 'REJECT'] as const;
const VERDICT = oneOf(...VERDICTS);

const COLUMNS: readonly Column<Summary>[] = [
  { id: 'at', header: 'Asked', value: (row) => row.requested_at, cell: (row) => <When at={row.requested_at} /> },
  { id: 'symbol', header: 'Symbol', value: (row) => row.symbol },
  {
    id: 'decision',
    header: 'Decision',
    value: (row) => row.decision,
    cell: (row) => (
      <>
        {row.decision} {row.side}
        {row.reason?.message ? <span className="block text-xs text-quiet">{row.reason.message}</span> : null}
      </>
    ),
  },
  {
    id: 'lots',
    header: 'Volume',
    unit: 'lots',
    numeric: true,
    value: (row) => row.lot_size,
    cell: (row) => <Figure value={row.lot_size} kind="lots" reason="Nothing was sized" />,
  },
  {
    id: 'price',
    header: 'Price',
    numeric: true,
    wide: true,
    value: (row) => row.entry_price,
    cell: (row) => <Figure value={row.entry_price} kind="price" reason="It has none" />,
  },
  { id: 'account', header: 'Account', wide: true, value: (row) => row.account_id },
  {
    id: 'order',
    header: 'Order',
    wide: true,
    value: (row) => row.status,
    cell: (row) => <>{row.status ? words(row.status) : 'none'}</>,
  },
];

/** Decisions of before, the newest first; the one that is chosen is shown with every step. */
export function DecisionsPanel({ account }: { account: string | undefined }) {
  const [verdict, setVerdict] = useUrlState('verdict', VERDICT, 'all');
  const [symbol, setSymbol] = useUrlState('about', text, '');
  const [from, setFrom] = useUrlState('from', day, '');
  const [to, setTo] = useUrlState('to', day, '');
  const [chosen, choose] = useUrlState('decision', text, '');
  const query = {
    ...queryOf({ symbol, strategy: '', from, to, run: 0 }),
    ...(account === undefined ? {} : { account }),
    ...(verdict === 'all' ? {} : { decision: verdict }),
  };
  const decisions = useInfiniteQuery({
    queryKey: [...keys.orchestrator.decisions, query],
    queryFn: ({ signal, pageParam }) =>
      data(
        orchestrator.GET('/api/v1/orchestrator/decisions', {
          params: { query: { ...query, limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
  });
  return (
    <Panel
      title="Decisions"
      query={decisions}
      tools={
        <>
          <Choice name="Decision" value={verdict} options={VERDICTS} onChoose={setVerdict} />
          <Filter name="Symbol" value={symbol} onChange={setSymbol} />
          <DayFilters filter={{ from, setFrom, to, setTo }} />
        </>
      }
      empty={(read) =>
        read.pages.some((page) => page.decisions?.length)
          ? undefined
          : { text: 'Nothing was decided yet, or nothing matches the filter. Analyze a trade to begin.' }
      }
    >
      {(read) => (
        <>
          <DataTable
            name="Decisions"
            rows={read.pages.flatMap((page) => page.decisions ?? [])}
            columns={COLUMNS}
            rowKey={(row) => row.decision_id ?? ''}
            onRow={(row) => choose(row.decision_id === chosen ? '' : (row.decision_id ?? ''))}
          />
          <div>
            <Older of={decisions} />
          </div>
        </>
      )}
    </Panel>
  );
}
