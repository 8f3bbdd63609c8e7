import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { every } from '@/api/every';
import { data, risk } from '@/api/clients';
import { keys } from '@/api/keys';
import { useMissing } from '@/auth/session';
import { Button } from '@/ui/Button';
import { DataTable, type Column } from '@/ui/DataTable';
import { Panel } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { When } from '@/ui/When';
import { words } from '@/format/words';
import { STATES, type State, type TradingState } from './risk';

const MEANING: Record<State, string> = {
  ACTIVE: 'Everything may trade again.',
  REDUCE_ONLY: 'Orders may only make positions smaller.',
  HALTED: 'No order is taken. Leaving it takes a person and a reason.',
};

const COLUMNS: readonly Column<TradingState>[] = [
  {
    id: 'scope',
    header: 'Of what',
    value: (row) => `${row.scope} ${row.id ?? ''}`,
    cell: (row) => <>{row.scope === 'ALL' ? 'everything' : `${words(row.scope)} ${row.id}`}</>,
  },
  { id: 'state', header: 'State', value: (row) => row.state, cell: (row) => <>{words(row.state)}</> },
  { id: 'cause', header: 'Cause', value: (row) => row.cause },
  { id: 'by', header: 'By', wide: true, value: (row) => row.changed_by },
  {
    id: 'at',
    header: 'Since',
    wide: true,
    value: (row) => row.changed_at,
    cell: (row) => <When at={row.changed_at} />,
  },
];

/** What may trade: every account, portfolio, strategy and symbol that somebody or a breach has restricted. */
export function TradingStatesPanel({ account }: { account: string }) {
  const cache = useQueryClient();
  const missing = useMissing('risk:admin');
  const [next, setNext] = useState<State | undefined>(undefined);
  const states = useQuery({
    queryKey: keys.risk.tradingState,
    queryFn: ({ signal }) => data(risk.GET('/api/v1/risk/trading-state', { signal })),
    refetchInterval: every(15_000),
  });
  const now = states.data?.find((state) => state.scope === 'ACCOUNT' && state.id === account)?.state ?? 'ACTIVE';
  const set = async (state: State, reason: string) => {
    await data(risk.PUT('/api/v1/risk/trading-state', { body: { scope: 'ACCOUNT', id: account, state, reason } }));
    await cache.invalidateQueries({ queryKey: keys.risk.all });
  };
  return (
    <>
      <Panel
        title="Trading states"
        query={states}
        tools={STATES.map((state) => (
          <Button
            key={state}
            look={state === 'ACTIVE' ? 'plain' : 'danger'}
            disabledReason={missing ?? (state === now ? `${account} is ${words(state)}` : undefined)}
            onClick={() => setNext(state)}
          >
            {words(state)}
          </Button>
        ))}
        empty={(read) => (read.length > 0 ? undefined : { text: 'Nothing is restricted: everything may trade.' })}
      >
        {(read) => (
          <DataTable name="Trading states" rows={read} columns={COLUMNS} rowKey={(row) => `${row.scope} ${row.id}`} />
        )}
      </Panel>
      {next === undefined ? null : (
        <ReasonDialog
          title={`Make ${account} ${words(next)}`}
          description={MEANING[next]}
          act={`Make it ${words(next)}`}
          danger={next !== 'ACTIVE'}
          onClose={() => setNext(undefined)}
          onAct={(reason) => set(next, reason)}
        >
          <p>It is {words(now)} now.</p>
        </ReasonDialog>
      )}
    </>
  );
}
