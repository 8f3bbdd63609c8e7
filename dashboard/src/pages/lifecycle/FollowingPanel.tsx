import { useQuery } from '@tanstack/react-query';
import { every } from '@/api/every';
import type { components } from '@/api/generated/portfolio';
import { data, portfolio } from '@/api/clients';
import { keys } from '@/api/keys';
import { useAccount } from '@/app/useAccount';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { When } from '@/ui/When';
import { words } from '@/format/words';

type Step = components['schemas']['FollowingStep'];

const STEPS = 50;

const COLUMNS: readonly Column<Step>[] = [
  { id: 'at', header: 'Bar', value: (row) => row.bar_close, cell: (row) => <When at={row.bar_close} /> },
  {
    id: 'change',
    header: 'Change',
    value: (row) => `${row.from} ${row.to}`,
    cell: (row) => (
      <>
        {words(row.from)} → {words(row.to)}
      </>
    ),
  },
  {
    id: 'leg',
    header: 'Leg',
    wide: true,
    value: (row) => row.leg,
    cell: (row) => <>{words(row.leg)}</>,
  },
  {
    id: 'lots',
    header: 'Volume',
    unit: 'lots',
    numeric: true,
    value: (row) => row.lots,
    cell: (row) => <Figure value={row.lots} kind="lots" reason="No order was sized" />,
  },
  {
    id: 'outcome',
    header: 'Outcome',
    value: (row) => row.outcome,
    cell: (row) => (
      <>
        {words(row.outcome)}
        {row.order_status ? ` (${words(row.order_status)})` : ''}
        {row.reason?.message ? <span className="block text-xs text-quiet">{row.reason.message}</span> : null}
      </>
    ),
  },
];

/** What an account does about the signals of a strategy; only one on a model has any. */
export function FollowingPanel({ code }: { code: string }) {
  const strategy = useQuery({
    queryKey: [...keys.portfolio.all, 'strategy', code],
    queryFn: ({ signal }) => data(portfolio.GET('/api/v1/strategies/{code}', { params: { path: { code } }, signal })),
  });
  return strategy.data?.source?.startsWith('model:') ? <Followed code={code} /> : null;
}

/** Whether the account follows the model of a strategy, what it did, and why it did not. */
function Followed({ code }: { code: string }) {
  const [account] = useAccount();
  const following = useQuery({
    queryKey: [...keys.portfolio.all, 'following', code, account],
    queryFn: ({ signal }) =>
      data(
        portfolio.GET('/api/v1/strategies/{code}/following', {
          params: {
            path: { code },
            query: { limit: STEPS, ...(account === undefined ? {} : { account_id: account }) },
          },
          signal,
        }),
      ),
    refetchInterval: every(30_000),
  });
  return (
    <Panel title={`Followed by ${account ?? 'the account'}`} query={following}>
      {(read) => (
        <>
          <p>
            Capital <Figure value={read.capital} kind="money" reason={read.reason?.message ?? 'It has none'} />, holds{' '}
            <Figure value={read.holding?.lots} kind="lots" unit="lots" reason="It holds nothing" />
            {read.reason?.message ? <span className="text-quiet"> · {read.reason.message}</span> : null}
          </p>
          {read.steps?.length ? (
            <DataTable
              name={`Steps of ${code}`}
              rows={read.steps}
              columns={COLUMNS}
              rowKey={(row) => `${row.bar_close} ${row.leg}`}
            />
          ) : (
            <p className="text-quiet">No change of a signal was followed, or refused, yet.</p>
          )}
        </>
      )}
    </Panel>
  );
}
