import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { every } from '@/api/every';
import { data, portfolio } from '@/api/clients';
import { keys } from '@/api/keys';
import { useMissing } from '@/auth/session';
import { Age } from '@/ui/Age';
import { Button } from '@/ui/Button';
import { DataTable, type Column } from '@/ui/DataTable';
import { Panel } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { text, useUrlState } from '@/url/useUrlState';
import { RebalancingDetail } from './RebalancingDetail';
import { words } from '@/format/words';
import { type Rebalancing } from './portfolio';

const SHOWN = 20;

const COLUMNS: readonly Column<Rebalancing>[] = [
  {
    id: 'age',
    header: 'Age',
    numeric: true,
    value: (row) => row.created_at,
    cell: (row) => <Age at={row.created_at} />,
  },
  { id: 'state', header: 'State', value: (row) => row.state, cell: (row) => <>{words(row.state)}</> },
  {
    id: 'trigger',
    header: 'Asked by',
    value: (row) => row.asked_by,
    cell: (row) => <>{row.asked_by ?? words(row.trigger)}</>,
  },
  { id: 'lines', header: 'Orders', numeric: true, value: (row) => row.lines?.length },
  { id: 'reason', header: 'Reason', wide: true, value: (row) => row.reason },
];

/** The rebalancings of an account; a new one is a dry run until it is handed in. */
export function RebalancingsPanel({ account }: { account: string }) {
  const cache = useQueryClient();
  const [selected, select] = useUrlState('rebalancing', text, '');
  const [planning, setPlanning] = useState(false);
  const missing = useMissing('portfolio:write');
  const list = useQuery({
    queryKey: [...keys.portfolio.all, 'rebalancings', account],
    queryFn: ({ signal }) =>
      data(portfolio.GET('/api/v1/rebalances', { params: { query: { account_id: account, limit: SHOWN } }, signal })),
    refetchInterval: every(15_000),
  });
  return (
    <>
      <Panel
        title="Rebalancings"
        query={list}
        tools={
          <Button disabledReason={missing} onClick={() => setPlanning(true)}>
            Plan one
          </Button>
        }
        empty={(read) =>
          read.rebalancings?.length
            ? undefined
            : { text: 'None yet. Planning one is a dry run: it shows orders, cost and checks, and sends nothing.' }
        }
      >
        {(read) => (
          <DataTable
            name="Rebalancings"
            rows={read.rebalancings ?? []}
            columns={COLUMNS}
            rowKey={(row) => row.id ?? ''}
            onRow={(row) => select(row.id ?? '')}
          />
        )}
      </Panel>
      {selected === '' ? null : <RebalancingDetail id={selected} onClose={() => select('')} />}
      {planning ? (
        <ReasonDialog
          title={`Plan how ${account} gets to its target`}
          description="A dry run: nothing is sent. The plan is kept as a draft."
          act="Plan"
          onClose={() => setPlanning(false)}
          onAct={async (reason, key) => {
            const made = await data(
              portfolio.POST('/api/v1/portfolio/rebalance', {
                params: { header: { 'Idempotency-Key': key } },
                body: { account_id: account, reason },
              }),
            );
            await cache.invalidateQueries({ queryKey: keys.portfolio.all });
            select(made.id ?? '');
          }}
        />
      ) : null}
    </>
  );
}
