import { useQuery } from '@tanstack/react-query';
import { every } from '@/api/every';
import { data, risk } from '@/api/clients';
import type { components } from '@/api/generated/risk';
import { keys } from '@/api/keys';
import { Age } from '@/ui/Age';
import { Choice } from '@/ui/Choice';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { oneOf, useUrlState } from '@/url/useUrlState';
import { words } from '@/format/words';

type Reservation = components['schemas']['Reservation'];

const STATUSES = ['RESERVED', 'CONFIRMED', 'IN_BOOKS', 'RELEASED'] as const;
const STATUS = oneOf(...STATUSES);
const SHOWN = 100;

const COLUMNS: readonly Column<Reservation>[] = [
  {
    id: 'age',
    header: 'Age',
    numeric: true,
    value: (row) => row.created_at,
    cell: (row) => <Age at={row.created_at} />,
  },
  { id: 'symbol', header: 'Symbol', value: (row) => row.symbol },
  { id: 'side', header: 'Side', value: (row) => row.side },
  {
    id: 'lots',
    header: 'Volume',
    unit: 'lots',
    numeric: true,
    value: (row) => row.lots,
    cell: (row) => <Figure value={row.lots} kind="lots" />,
  },
  {
    id: 'loss',
    header: 'Loss at the stop',
    numeric: true,
    value: (row) => row.reserved_loss,
    cell: (row) => <Figure value={row.reserved_loss} kind="money" reason="Nothing is reserved" />,
  },
  {
    id: 'margin',
    header: 'Margin',
    numeric: true,
    wide: true,
    value: (row) => row.reserved_margin,
    cell: (row) => <Figure value={row.reserved_margin} kind="money" reason="Nothing is reserved" />,
  },
  {
    id: 'state',
    header: 'State',
    wide: true,
    value: (row) => words(row.status),
  },
];

/** What orders on their way hold of the room of the account, and what became of it. */
export function ReservationsPanel({ account }: { account: string }) {
  const [status, setStatus] = useUrlState('reservations', STATUS, 'RESERVED');
  const reservations = useQuery({
    queryKey: [...keys.risk.account(account), 'reservations', status],
    queryFn: ({ signal }) =>
      data(
        risk.GET('/api/v1/risk/accounts/{account}/reservations', {
          params: { path: { account }, query: { status, limit: SHOWN } },
          signal,
        }),
      ),
    refetchInterval: every(15_000),
  });
  return (
    <Panel
      title="Reservations"
      query={reservations}
      tools={<Choice name="Status" value={status} options={STATUSES} onChoose={setStatus} />}
      empty={(read) => (read.length > 0 ? undefined : { text: `None is ${words(status)}.` })}
    >
      {(read) => <DataTable name="Reservations" rows={read} columns={COLUMNS} rowKey={(row) => row.order_id ?? ''} />}
    </Panel>
  );
}
