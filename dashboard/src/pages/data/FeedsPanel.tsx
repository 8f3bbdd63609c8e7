import { useQuery } from '@tanstack/react-query';
import { every } from '@/api/every';
import { brain, data } from '@/api/clients';
import { keys } from '@/api/keys';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Label } from '@/ui/Label';
import { Panel } from '@/ui/Panel';
import { When } from '@/ui/When';
import { rowsOf, type FeedRow } from './data';

const COLUMNS: readonly Column<FeedRow>[] = [
  {
    id: 'feed',
    header: 'Feed',
    value: (row) => row.name,
    cell: (row) => (
      <>
        {row.name} <Label of={row.label} />
      </>
    ),
  },
  { id: 'symbol', header: 'Symbol', value: (row) => row.symbol },
  { id: 'timeframe', header: 'Bars', value: (row) => row.timeframe },
  {
    id: 'state',
    header: 'State',
    value: (row) => row.state,
    cell: (row) => (
      <>
        {row.state?.toLowerCase().replaceAll('_', ' ')}
        {(row.last_error ?? row.reason) ? (
          <span className="block text-xs text-quiet">{row.last_error ?? row.reason}</span>
        ) : null}
      </>
    ),
  },
  {
    id: 'last',
    header: 'Last bar',
    wide: true,
    value: (row) => row.last_bar,
    cell: (row) => <When at={row.last_bar} reason="No bar has come yet" />,
  },
  {
    id: 'age',
    header: 'Age',
    numeric: true,
    value: (row) => row.age_seconds,
    cell: (row) => <Figure value={row.age_seconds} kind="duration" reason="No bar has come yet" />,
  },
  {
    id: 'missing',
    header: 'Bars missing',
    numeric: true,
    value: (row) => row.bars_missing,
    cell: (row) => <Figure value={row.bars_missing} kind="count" reason="It is not known" />,
  },
];

/** Every feed with each of its symbols: the last bar, its age, and what is missing. */
export function FeedsPanel() {
  const feeds = useQuery({
    queryKey: [...keys.brain.all, 'feeds'],
    queryFn: ({ signal }) => data(brain.GET('/api/v1/brain/feeds', { signal })),
    refetchInterval: every(10_000),
  });
  return (
    <Panel
      title="Feeds"
      query={feeds}
      empty={(read) => (read.length > 0 ? undefined : { text: 'No feed is configured: suite.brain.feeds names them.' })}
    >
      {(read) => (
        <DataTable
          name="Feeds"
          rows={rowsOf(read)}
          columns={COLUMNS}
          rowKey={(row) => `${row.name} ${row.symbol} ${row.timeframe}`}
        />
      )}
    </Panel>
  );
}
