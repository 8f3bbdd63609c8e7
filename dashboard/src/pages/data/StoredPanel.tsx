import { useQuery } from '@tanstack/react-query';
import { brain, data } from '@/api/clients';
import type { components } from '@/api/generated/brain';
import { keys } from '@/api/keys';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { When } from '@/ui/When';

type Series = components['schemas']['StoredSeries'];

const COLUMNS: readonly Column<Series>[] = [
  { id: 'symbol', header: 'Symbol', value: (row) => row.symbol },
  { id: 'timeframe', header: 'Bars', value: (row) => row.timeframe },
  {
    id: 'count',
    header: 'Stored',
    numeric: true,
    value: (row) => row.count,
    cell: (row) => <Figure value={row.count} kind="count" />,
  },
  { id: 'first', header: 'First', wide: true, value: (row) => row.first, cell: (row) => <When at={row.first} /> },
  { id: 'last', header: 'Last', value: (row) => row.last, cell: (row) => <When at={row.last} /> },
  {
    id: 'close',
    header: 'Last close',
    numeric: true,
    value: (row) => row.last_close,
    cell: (row) => <Figure value={row.last_close} kind="price" />,
  },
];

/** What is stored of each symbol. */
export function StoredPanel() {
  const stored = useQuery({
    queryKey: [...keys.brain.all, 'stored'],
    queryFn: ({ signal }) => data(brain.GET('/api/v1/candles', { signal })),
  });
  return (
    <Panel
      title="Stored bars"
      query={stored}
      empty={(read) =>
        read.series?.length
          ? undefined
          : { text: 'No bar is stored. A feed brings them, or a file that is imported below.' }
      }
    >
      {(read) => (
        <DataTable
          name="Stored bars"
          rows={read.series ?? []}
          columns={COLUMNS}
          rowKey={(row) => `${row.symbol} ${row.timeframe}`}
        />
      )}
    </Panel>
  );
}
