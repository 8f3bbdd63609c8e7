import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { every } from '@/api/every';
import { data, portfolio } from '@/api/clients';
import type { components } from '@/api/generated/portfolio';
import { keys } from '@/api/keys';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { Term } from '@/ui/Term';
import { words } from '@/format/words';

type Share = components['schemas']['StrategyShare'];

const COLUMNS: readonly Column<Share>[] = [
  {
    id: 'code',
    header: 'Strategy',
    value: (row) => row.code,
    cell: (row) => (
      <Link className="hover:underline" to={`/lifecycle?strategy=${encodeURIComponent(row.code ?? '')}`}>
        {row.code}
      </Link>
    ),
  },
  { id: 'state', header: 'State', wide: true, value: (row) => row.state, cell: (row) => <>{words(row.state)}</> },
  {
    id: 'current',
    header: 'Current weight',
    numeric: true,
    value: (row) => row.current_weight,
    cell: (row) => (
      <Figure value={row.current_weight} kind="fraction" reason={row.reason?.message ?? 'Not counted here'} />
    ),
  },
  {
    id: 'target',
    header: 'Target weight',
    numeric: true,
    value: (row) => row.target_weight,
    cell: (row) => <Figure value={row.target_weight} kind="fraction" reason="No target gives it a weight" />,
  },
  {
    id: 'drift',
    header: 'Drift',
    numeric: true,
    value: (row) => row.drift,
    cell: (row) => (
      <Figure value={row.drift} kind="fraction" gain reason={row.reason?.message ?? 'It has no weight to drift from'} />
    ),
  },
  {
    id: 'value',
    header: 'Value',
    numeric: true,
    wide: true,
    value: (row) => row.value,
    cell: (row) => <Figure value={row.value} kind="money" reason={row.reason?.message ?? 'It holds nothing'} />,
  },
  {
    id: 'capital',
    header: 'Capital',
    numeric: true,
    wide: true,
    value: (row) => row.capital,
    cell: (row) => <Figure value={row.capital} kind="money" reason="It was given none" />,
  },
];

/** What the account holds of each strategy beside what it is to hold. */
export function SharesPanel({ account }: { account: string }) {
  const shares = useQuery({
    queryKey: [...keys.portfolio.all, 'shares', account],
    queryFn: ({ signal }) =>
      data(portfolio.GET('/api/v1/portfolio', { params: { query: { account_id: account } }, signal })),
    refetchInterval: every(30_000),
  });
  return (
    <Panel title={`Strategies of ${account}`} query={shares}>
      {(read) => (
        <>
          <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
            <Amount name="Value" value={read.value} unit={read.currency} />
            <Amount name="Cash" value={read.cash} unit={read.currency} />
            <Amount name="Buying power" value={read.buying_power} unit={read.currency} />
            <Amount name="Held by no strategy" value={read.unassigned_value} unit={read.currency} />
            <Term name="Target">
              {read.target_version === undefined ? (
                'none yet: an optimum becomes one'
              ) : (
                <>
                  version <Figure value={read.target_version} kind="count" />, turnover to it{' '}
                  <Figure value={read.target_turnover} kind="fraction" />
                </>
              )}
            </Term>
          </dl>
          {read.strategies?.length ? (
            <DataTable
              name={`Strategies of ${account}`}
              rows={read.strategies}
              columns={COLUMNS}
              rowKey={(row) => row.code ?? ''}
            />
          ) : (
            <p className="text-quiet">
              No strategy has a weight or a holding. Choose a method below, look at the optimum, and make it the target.
            </p>
          )}
        </>
      )}
    </Panel>
  );
}

function Amount({ name, value, unit }: { name: string; value: number | undefined; unit: string | undefined }) {
  return (
    <Term name={name}>
      <Figure value={value} kind="money" reason="The books did not tell" {...(unit === undefined ? {} : { unit })} />
    </Term>
  );
}
