import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { data, idempotencyKey, ledger, orchestrator } from '@/api/clients';
import { asFailure } from '@/api/failure';
import type { components } from '@/api/generated/ledger';
import { keys } from '@/api/keys';
import { useMissing } from '@/auth/session';
import { words } from '@/format/words';
import { Button } from '@/ui/Button';
import { DataTable, type Column } from '@/ui/DataTable';
import { FailureNote } from '@/ui/FailureNote';
import { Panel } from '@/ui/Panel';
import { Reason } from '@/ui/Reason';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { When } from '@/ui/When';
import { PortfolioDialog } from './PortfolioDialog';

type Portfolio = components['schemas']['Portfolio'];
type Change = components['schemas']['PortfolioChange'];
type Act = 'pause' | 'resume' | 'archive' | 'settings';

const SHOWN = 100;

/** What can be done with one portfolio. */
export function PortfolioActs({ portfolio }: { portfolio: Portfolio }) {
  const cache = useQueryClient();
  const write = useMissing('portfolio:write');
  const id = portfolio.portfolio_id ?? 0;
  const [key, setKey] = useState(idempotencyKey);
  const [act, setAct] = useState<Act>();
  const run = useMutation({
    mutationFn: () =>
      data(
        orchestrator.POST('/orchestrator/run-portfolio-cycle', {
          params: { query: { portfolio_id: id }, header: { 'Idempotency-Key': key } },
        }),
      ),
    // The next click is another cycle; after no answer it is the same one.
    onSuccess: () => setKey(idempotencyKey()),
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.ledger.all }),
        cache.invalidateQueries({ queryKey: keys.orchestrator.all }),
      ]),
  });
  const is = (status: Portfolio['status'], otherwise: string) =>
    write ?? (portfolio.status === status ? undefined : otherwise);
  const ended = write ?? (portfolio.status === 'ARCHIVED' ? 'It is archived' : undefined);
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
        <Button disabledReason={ended} onClick={() => setAct('settings')}>
          Settings
        </Button>
        <Button disabledReason={is('ACTIVE', 'It is not active')} onClick={() => setAct('pause')}>
          Pause
        </Button>
        <Button disabledReason={is('PAUSED', 'It is not paused')} onClick={() => setAct('resume')}>
          Resume
        </Button>
        <Button look="danger" disabledReason={ended} onClick={() => setAct('archive')}>
          Archive
        </Button>
      </div>
      <StatusLine portfolio={portfolio} />
      {run.error ? <FailureNote failure={asFailure(run.error)} /> : null}
      {act === 'settings' ? <PortfolioDialog portfolio={portfolio} onClose={() => setAct(undefined)} /> : null}
      {act === 'pause' || act === 'resume' || act === 'archive' ? (
        <StatusDialog act={act} portfolio={portfolio} onClose={() => setAct(undefined)} />
      ) : null}
    </section>
  );
}

/** Who brought it to its status, why and since when. */
function StatusLine({ portfolio }: { portfolio: Portfolio }) {
  const change = portfolio.status_change;
  return (
    <p className="text-sm">
      {portfolio.name} is {words(portfolio.status)}
      {change === undefined ? (
        ' as it was opened.'
      ) : (
        <>
          {' since '}
          <When at={change.changed_at} />, by {change.changed_by}:{' '}
          {change.reason ?? <span className="text-quiet">no reason was said.</span>}
        </>
      )}
    </p>
  );
}

const CONSEQUENCES = {
  pause: 'It buys nothing until it is resumed. Its cycles go on to value, sell and settle what it holds.',
  resume: 'Its cycles buy again.',
  archive: 'It never runs again. What it did can still be read.',
};

function StatusDialog({
  act,
  portfolio,
  onClose,
}: {
  act: 'pause' | 'resume' | 'archive';
  portfolio: Portfolio;
  onClose: () => void;
}) {
  const cache = useQueryClient();
  const box = useId();
  const [liquidate, setLiquidate] = useState(false);
  const path = { id: portfolio.portfolio_id ?? 0 };
  const name = portfolio.name ?? String(portfolio.portfolio_id);
  return (
    <ReasonDialog
      title={`${act.charAt(0).toUpperCase()}${act.slice(1)} ${name}`}
      description={CONSEQUENCES[act]}
      act={`${act.charAt(0).toUpperCase()}${act.slice(1)} it`}
      danger={act === 'archive'}
      onClose={onClose}
      onAct={async (reason) => {
        await (act === 'archive'
          ? data(ledger.POST('/portfolios/{id}/archive', { params: { path }, body: { liquidate, reason } }))
          : data(
              ledger.POST(act === 'pause' ? '/portfolios/{id}/pause' : '/portfolios/{id}/resume', {
                params: { path },
                body: { reason },
              }),
            ));
        await Promise.all([
          cache.invalidateQueries({ queryKey: keys.ledger.all }),
          cache.invalidateQueries({ queryKey: keys.orchestrator.all }),
        ]);
      }}
    >
      {act === 'archive' ? (
        <label htmlFor={box} className="flex items-center gap-2 text-sm">
          <input
            id={box}
            type="checkbox"
            checked={liquidate}
            onChange={(event) => setLiquidate(event.target.checked)}
          />
          Sell what it holds first ({portfolio.open_positions ?? 0} positions)
        </label>
      ) : null}
      <p className="text-xs text-quiet">The history keeps who did it, when and why.</p>
    </ReasonDialog>
  );
}

const CHANGES: readonly Column<Change>[] = [
  { id: 'at', header: 'When', value: (row) => row.at, cell: (row) => <When at={row.at} /> },
  { id: 'what', header: 'What', value: (row) => words(row.what) },
  { id: 'who', header: 'Who', value: (row) => row.who },
  { id: 'before', header: 'Before', wide: true, value: (row) => row.before },
  { id: 'after', header: 'After', value: (row) => row.after },
  {
    id: 'reason',
    header: 'Why',
    value: (row) => row.reason,
    cell: (row) => row.reason ?? <Reason why="No reason was said">–</Reason>,
  },
];

/** Who changed what of a portfolio, the newest first. */
export function PortfolioHistory({ portfolio }: { portfolio: Portfolio }) {
  const id = portfolio.portfolio_id ?? 0;
  const history = useQuery({
    queryKey: [...keys.ledger.all, 'portfolios', id, 'history'],
    queryFn: ({ signal }) =>
      data(ledger.GET('/portfolios/{id}/history', { params: { path: { id }, query: { limit: SHOWN } }, signal })),
  });
  return (
    <Panel
      title={`Changes of ${portfolio.name ?? id}`}
      query={history}
      staleAfterSeconds={Infinity}
      empty={(read) => (read.length > 0 ? undefined : { text: 'Nobody has changed anything yet.' })}
    >
      {(read) => (
        <DataTable
          name={`Changes of ${portfolio.name ?? id}`}
          rows={read}
          columns={CHANGES}
          rowKey={(row) => `${row.sequence} ${row.what} ${row.at}`}
        />
      )}
    </Panel>
  );
}
