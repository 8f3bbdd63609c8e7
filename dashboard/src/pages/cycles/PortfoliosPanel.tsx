import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { every } from '@/api/every';
import { data, ledger, orchestrator } from '@/api/clients';
import type { components } from '@/api/generated/ledger';
import { keys } from '@/api/keys';
import { useMissing } from '@/auth/session';
import { Button } from '@/ui/Button';
import { Choice } from '@/ui/Choice';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { When } from '@/ui/When';
import { oneOf, useUrlState, whole } from '@/url/useUrlState';
import { PortfolioActs, PortfolioHistory } from './PortfolioActs';
import { PortfolioDialog } from './PortfolioDialog';

/** A portfolio, and when its cycle is due next. */
type Portfolio = components['schemas']['Portfolio'] & { next?: string | undefined };

const STATUSES = ['ACTIVE', 'PAUSED', 'ARCHIVED'] as const;
const STATUS = oneOf(...STATUSES);
const SHOWN = 200;
const MOST_SCHEDULES = 1000;

const COLUMNS: readonly Column<Portfolio>[] = [
  { id: 'id', header: 'Id', numeric: true, value: (row) => row.portfolio_id },
  { id: 'name', header: 'Name', value: (row) => row.name },
  { id: 'strategy', header: 'Strategy', value: (row) => row.strategy_type },
  { id: 'schedule', header: 'Schedule', wide: true, value: (row) => row.schedule },
  {
    id: 'next',
    header: 'Next cycle',
    wide: true,
    value: (row) => row.next,
    cell: (row) => <When at={row.next} reason="It is not active, or not planned yet" />,
  },
  {
    id: 'since',
    header: 'Status since',
    wide: true,
    value: (row) => row.status_change?.changed_at,
    cell: (row) => <When at={row.status_change?.changed_at} reason="It is as it was opened" />,
  },
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

/** Portfolios of prediction markets; one that is chosen can be run, set, paused, resumed and archived. */
export function PortfoliosPanel() {
  const [status, setStatus] = useUrlState('status', STATUS, 'ACTIVE');
  const [selected, select] = useUrlState('portfolio', whole, 0);
  const portfolios = useQuery({
    queryKey: [...keys.ledger.all, 'portfolios', status],
    queryFn: ({ signal }) =>
      data(ledger.GET('/portfolios/list', { params: { query: { status, limit: SHOWN } }, signal })),
    refetchInterval: every(30_000),
  });
  const schedules = useQuery({
    queryKey: [...keys.orchestrator.all, 'schedules'],
    queryFn: ({ signal }) =>
      data(orchestrator.GET('/orchestrator/schedules', { params: { query: { limit: MOST_SCHEDULES } }, signal })),
    refetchInterval: every(30_000),
  });
  const rows = useMemo((): Portfolio[] => {
    const next = new Map(
      schedules.data?.schedules?.map((each) => [each.portfolio_id, each.active ? each.next_due_at : undefined]),
    );
    return (portfolios.data?.portfolios ?? []).map((each) => ({ ...each, next: next.get(each.portfolio_id) }));
  }, [portfolios.data, schedules.data]);
  const [creating, setCreating] = useState(false);
  const write = useMissing('portfolio:write');
  const portfolio = portfolios.data?.portfolios?.find((each) => each.portfolio_id === selected);
  return (
    <>
      <Panel
        title="Portfolios"
        query={portfolios}
        tools={
          <>
            <Choice name="Status" value={status} options={STATUSES} onChoose={setStatus} />
            <Button disabledReason={write} onClick={() => setCreating(true)}>
              Create one
            </Button>
          </>
        }
        empty={(read) => (read.portfolios?.length ? undefined : { text: `No portfolio is ${status.toLowerCase()}.` })}
      >
        {() => (
          <>
            <DataTable
              name="Portfolios"
              rows={rows}
              columns={COLUMNS}
              rowKey={(row) => String(row.portfolio_id)}
              onRow={(row) => select(row.portfolio_id === selected ? 0 : (row.portfolio_id ?? 0))}
            />
            {portfolio === undefined ? null : <PortfolioActs key={portfolio.portfolio_id} portfolio={portfolio} />}
          </>
        )}
      </Panel>
      {portfolio === undefined ? null : <PortfolioHistory key={portfolio.portfolio_id} portfolio={portfolio} />}
      {creating ? <PortfolioDialog onClose={() => setCreating(false)} /> : null}
    </>
  );
}
