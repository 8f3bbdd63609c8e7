import { useQuery } from '@tanstack/react-query';
import { every } from '@/api/every';
import { data, risk } from '@/api/clients';
import type { components } from '@/api/generated/risk';
import { keys } from '@/api/keys';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';

type Exposure = components['schemas']['CurrencyHeadroom'];

const COLUMNS: readonly Column<Exposure>[] = [
  { id: 'currency', header: 'Currency', value: (row) => row.currency },
  {
    id: 'net',
    header: 'Net',
    numeric: true,
    value: (row) => row.net,
    cell: (row) => <Figure value={row.net} kind="money" gain />,
  },
  {
    id: 'percent',
    header: 'Of equity',
    unit: '%',
    numeric: true,
    value: (row) => row.percent,
    cell: (row) => <Figure value={row.percent} kind="percent" reason="Equity is not known" />,
  },
  {
    id: 'headroom',
    header: 'Headroom',
    numeric: true,
    value: (row) => row.headroom,
    cell: (row) => <Figure value={row.headroom} kind="money" reason="Equity is not known" />,
  },
  { id: 'level', header: 'Level', value: (row) => row.level },
];

/** What is held of each currency, bought less sold, pending orders included. */
export function CurrenciesPanel({ account }: { account: string }) {
  const headroom = useQuery({
    queryKey: [...keys.risk.account(account), 'headroom'],
    queryFn: ({ signal }) =>
      data(risk.GET('/api/v1/risk/accounts/{account}/headroom', { params: { path: { account } }, signal })),
    refetchInterval: every(15_000),
  });
  return (
    <Panel
      title="Exposure by currency"
      query={headroom}
      at={(read) => read.evaluated_at}
      empty={(read) => (read.currencies?.length ? undefined : { text: 'Nothing is held and nothing is on its way.' })}
    >
      {(read) => (
        <DataTable
          name={`Exposure of ${account} by currency`}
          rows={read.currencies ?? []}
          columns={COLUMNS}
          rowKey={(row) => row.currency ?? ''}
        />
      )}
    </Panel>
  );
}
