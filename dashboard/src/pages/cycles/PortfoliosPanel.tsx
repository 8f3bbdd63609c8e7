import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { data, idempotencyKey, ledger, orchestrator } from '@/api/clients';
import { asFailure } from '@/api/failure';
import type { components } from '@/api/generated/ledger';
import { keys } from '@/api/keys';
import { useMissing } from '@/auth/session';
import { Button } from '@/ui/Button';
import { Choice } from '@/ui/Choice';
import { DataTable, type Column } from '@/ui/DataTable';
import { FailureNote } from '@/ui/FailureNote';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { oneOf, useUrlState, whole } from '@/url/useUrlState';

type Portfolio = components['schemas']['Portfolio'];

const STATUSES = ['ACTIVE', 'PAUSED', 'ARCHIVED'] as const;
const STATUS = oneOf(...STATUSES);
const SHOWN = 200;

const COLUMNS: readonly Column<Portfolio>[] = [
  { id: 'id', header: 'Id', numeric: true, value: (row) => row.portfolio_id },
  { id: 'name', header: 'Name', value: (row) => row.name },
  { id: 'strategy', header: 'Strategy', value: (row) => row.strategy_type },
  { id: 'schedule', header: 'Schedule', wide: true, value: (row) => row.schedule },
  {
    id: 'value',
    header: 'Value',
    numeric: true,
    value: (row) => row.value,
    cell: (row) => <Figure value={row.value} kind="money" reason="Something it holds has no price" />,
  },
  {
    id: 'cash',
    header: 'Cash',
    numeric: true,
    wide: true,
    value: (row) => row.cash,
    cell: (row) => <Figure value={row.cash} kind="money" />,
  },
  {
    id: 'open',
    header: 'Open positions',
    numeric: true,
    value: (row) => row.open_positions,
    cell: (row) => <Figure value={row.open_positions} kind="count" />,
  },
  {
    id: 'pnl',
    header: 'P&L taken',
    numeric: true,
    wide: true,
    value: (row) => row.realised_pnl,
    cell: (row) => <Figure value={row.realised_pnl} kind="money" gain />,
  },
];

/** Portfolios of prediction markets; one that is chosen can be paused, resumed, and run. */
export function PortfoliosPanel() {
  const [status, setStatus] = useUrlState('status', STATUS, 'ACTIVE');
  const [selected, select] = useUrlState('portfolio', whole, 0);
  const portfolios = useQuery({
    queryKey: [...keys.ledger.all, 'portfolios', status],
    queryFn: ({ signal }) =>
      data(ledger.GET('/portfolios/list', { params: { query: { status, limit: SHOWN } }, signal })),
    refetchInterval: 30_000,
  });
  const portfolio = portfolios.data?.portfolios?.find((each) => each.portfolio_id === selected);
  return (
    <Panel
      title="Portfolios"
      query={portfolios}
      tools={<Choice name="Status" value={status} options={STATUSES} onChoose={setStatus} />}
      empty={(read) =>
        read.portfolios?.length
          ? undefined
          : { text: `None is ${status.toLowerCase()}. POST /portfolios/create makes one.` }
      }
    >
      {(read) => (
        <>
          <DataTable
            name="Portfolios"
            rows={read.portfolios ?? []}
            columns={COLUMNS}
            rowKey={(row) => String(row.portfolio_id)}
            onRow={(row) => select(row.portfolio_id === selected ? 0 : (row.portfolio_id ?? 0))}
          />
          {portfolio === undefined ? null : <Acts key={portfolio.portfolio_id} portfolio={portfolio} />}
        </>
      )}
    </Panel>
  );
}

function Acts({ portfolio }: { portfolio: Portfolio }) {
  const cache = useQueryClient();
  const write = useMissing('portfolio:write');
  const id = portfolio.portfolio_id ?? 0;
  const [key, setKey] = useState(idempotencyKey);
  const again = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: keys.ledger.all }),
      cache.invalidateQueries({ queryKey: keys.orchestrator.all }),
    ]);
  const change = useMutation({
    mutationFn: (path: '/portfolios/{id}/pause' | '/portfolios/{id}/resume') =>
      data(ledger.POST(path, { params: { path: { id } } })),
    onSettled: again,
  });
  const run = useMutation({
    mutationFn: () =>
      data(
        orchestrator.POST('/orchestrator/run-portfolio-cycle', {
          params: { query: { portfolio_id: id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    // The next click is another cycle; after no answer it is the same one.
    onSuccess: () => setKey(idempotencyKey()),
    onSettled: again,
  });
  const failed = change.error ?? run.error;
  const is = (status: Portfolio['status'], otherwise: string) =>
    write ?? (portfolio.status === status ? undefined : otherwise);
  return (
    <section aria-label={`Portfolio ${id}`} className="flex flex-col gap-2 border-t border-line pt-2">
      <div className="flex flex-wrap gap-2">
        <Button
          look="main"
          disabledReason={is('ACTIVE', 'It is not active') ?? (run.isPending ? 'Its cycle runs' : undefined)}
          onClick={() => run.mutate()}
        >
          Run a cycle of {portfolio.name ?? id}
        </Button>
        <Button
          disabledReason={is('ACTIVE', 'It is not active')}
          onClick={() => change.mutate('/portfolios/{id}/pause')}
        >
          Pause
        </Button>
        <Button
          disabledReason={is('PAUSED', 'It is not paused')}
          onClick={() => change.mutate('/portfolios/{id}/resume')}
        >
          Resume
        </Button>
      </div>
      {failed ? <FailureNote failure={asFailure(failed)} /> : null}
    </section>
  );
}
