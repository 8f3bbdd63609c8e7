import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { data, models } from '@/api/clients';
import type { components } from '@/api/generated/signals-api';
import { keys } from '@/api/keys';
import { formatted } from '@/format/units';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';

type Position = components['schemas']['CurrentPosition'];

const COLUMNS: readonly Column<Position>[] = [
  {
    id: 'model',
    header: 'Model',
    value: (row) => row.strategy_name,
    cell: (row) => (
      <Link className="hover:underline" to={`/positions?strategy=${encodeURIComponent(row.strategy_code ?? '')}`}>
        {row.strategy_name ?? row.strategy_code}
      </Link>
    ),
  },
  { id: 'side', header: 'Side', value: (row) => row.side },
  {
    id: 'quantity',
    header: 'Quantity',
    numeric: true,
    wide: true,
    value: (row) => row.quantity,
    cell: (row) => <Figure value={row.quantity} kind="lots" />,
  },
  {
    id: 'entry',
    header: 'Entry',
    numeric: true,
    value: (row) => row.entry_price,
    cell: (row) => <Figure value={row.entry_price} kind="price" />,
  },
  {
    id: 'now',
    header: 'Now',
    numeric: true,
    wide: true,
    value: (row) => row.current_price,
    cell: (row) => <Figure value={row.current_price} kind="price" reason="No price has come yet" />,
  },
  {
    id: 'pnl',
    header: 'P&L',
    unit: 'USD',
    numeric: true,
    value: (row) => row.unrealized_pnl,
    cell: (row) => <Figure value={row.unrealized_pnl} kind="money" gain />,
  },
  {
    id: 'held',
    header: 'Held',
    numeric: true,
    wide: true,
    value: (row) => row.holding_time_minutes,
    cell: (row) => formatted((row.holding_time_minutes ?? 0) * 60, 'duration'),
  },
];

/** What the paper accounts of the models hold. */
export function ModelPositionsPanel() {
  const positions = useQuery({
    queryKey: keys.models.positions(undefined),
    queryFn: ({ signal }) => data(models.GET('/api/models/positions/current', { signal })),
  });
  return (
    <Panel
      title="Positions of the models"
      query={positions}
      at={(read) => read.timestamp}
      label={(read) => read.label}
      empty={(read) =>
        read.positions?.length ? undefined : { text: read.reason?.message ?? 'No model holds anything now.' }
      }
      staleAfterSeconds={900}
    >
      {(read) => (
        <DataTable
          name="Positions of the models"
          rows={read.positions ?? []}
          columns={COLUMNS}
          rowKey={(row) => String(row.position_id)}
        />
      )}
    </Panel>
  );
}
