import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { every } from '@/api/every';
import { data, ledger } from '@/api/clients';
import type { components } from '@/api/generated/ledger';
import { keys } from '@/api/keys';
import { Age } from '@/ui/Age';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { SignInPanel } from '@/ui/SignInPanel';

type Position = components['schemas']['Position'];

const NO_STOP = 'No stop is set';

const COLUMNS: readonly Column<Position>[] = [
  {
    id: 'symbol',
    header: 'Symbol',
    value: (row) => row.symbol,
    cell: (row) => (
      <Link className="hover:underline" to={`/positions?symbol=${encodeURIComponent(row.symbol ?? '')}`}>
        {row.symbol}
      </Link>
    ),
  },
  { id: 'direction', header: 'Side', value: (row) => row.direction },
  {
    id: 'lots',
    header: 'Volume',
    unit: 'lots',
    numeric: true,
    value: (row) => row.lots,
    cell: (row) => <Figure value={row.lots} kind="lots" />,
  },
  {
    id: 'entry',
    header: 'Entry',
    numeric: true,
    wide: true,
    value: (row) => row.average_price,
    cell: (row) => <Figure value={row.average_price} kind="price" />,
  },
  {
    id: 'mark',
    header: 'Mark',
    numeric: true,
    value: (row) => row.mark_price,
    cell: (row) => <Figure value={row.mark_price} kind="price" reason="No price has come yet" />,
  },
  {
    id: 'stop',
    header: 'Stop',
    numeric: true,
    wide: true,
    value: (row) => row.stop_loss_price,
    cell: (row) => <Figure value={row.stop_loss_price} kind="price" reason={NO_STOP} />,
  },
  {
    id: 'pnl',
    header: 'P&L',
    numeric: true,
    value: (row) => row.floating_pnl,
    cell: (row) => <Figure value={row.floating_pnl} kind="money" gain reason="No price has come yet" />,
  },
  {
    id: 'age',
    header: 'Age of the mark',
    numeric: true,
    wide: true,
    value: (row) => row.marked_at,
    cell: (row) => <Age at={row.marked_at} />,
  },
];

/** What the chosen account holds. */
export function AccountPositionsPanel({ account }: { account: string | undefined }) {
  const positions = useQuery({
    queryKey: keys.ledger.positions(account ?? ''),
    queryFn: ({ signal }) =>
      data(ledger.GET('/api/v1/accounts/{id}/positions', { params: { path: { id: account ?? '' } }, signal })),
    enabled: account !== undefined,
    refetchInterval: every(10_000),
  });
  if (account === undefined) {
    return <SignInPanel title="Positions of the account" />;
  }
  return (
    <Panel
      title={`Positions of ${account}`}
      query={positions}
      empty={(read) =>
        read.length > 0
          ? undefined
          : {
              text: 'Nothing is open.',
              action: (
                <Link className="text-accent underline" to="/decide">
                  Decide on a trade
                </Link>
              ),
            }
      }
    >
      {(read) => (
        <DataTable
          name={`Positions of ${account}`}
          rows={read}
          columns={COLUMNS}
          rowKey={(row) => `${row.symbol} ${row.direction} ${row.opened_at}`}
        />
      )}
    </Panel>
  );
}
