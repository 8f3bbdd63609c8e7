import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { every } from '@/api/every';
import { data, ledger, risk } from '@/api/clients';
import { asFailure } from '@/api/failure';
import { keys } from '@/api/keys';
import { Figure } from '@/ui/Figure';

/** Equity, what the day brought, what is at risk, how much is open. */
export function KeyFigures({ account }: { account: string | undefined }) {
  const books = useQuery({
    queryKey: keys.ledger.account(account ?? ''),
    queryFn: ({ signal }) =>
      data(ledger.GET('/api/v1/accounts/{id}', { params: { path: { id: account ?? '' } }, signal })),
    enabled: account !== undefined,
    refetchInterval: every(10_000),
  });
  const taken = useQuery({
    queryKey: keys.risk.account(account ?? ''),
    queryFn: ({ signal }) =>
      data(risk.GET('/api/v1/risk/accounts/{account}', { params: { path: { account: account ?? '' } }, signal })),
    enabled: account !== undefined,
    refetchInterval: every(10_000),
  });
  const failure = books.error ?? taken.error;
  const why =
    account === undefined
      ? 'Sign in to see accounts.'
      : failure
        ? `${asFailure(failure).service}: ${asFailure(failure).message}`
        : 'Not read yet';
  const positions = books.data?.positions;
  const equity = books.data?.equity;
  const start = taken.data?.day_start_equity;
  const open = openRisk(positions?.map((position) => position.loss_at_stop));
  const currency = books.data?.currency;
  const to = (page: string) => `/${page}${account === undefined ? '' : `?account=${encodeURIComponent(account)}`}`;
  return (
    <section aria-label="Key figures" className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Card name="Equity" unit={currency} to={to('performance')}>
        <Figure value={equity} kind="money" reason={why} />
      </Card>
      <Card name="Day P&L" unit={currency} to={to('performance')}>
        <Figure
          value={equity !== undefined && start !== undefined ? (equity - start).toFixed(2) : undefined}
          kind="money"
          gain
          reason={taken.data && start === undefined ? 'Risk has not seen the equity at the start of the day' : why}
        />
      </Card>
      <Card name="Open risk" unit={currency} to={to('risk')}>
        <Figure
          value={open}
          kind="money"
          reason={positions && open === undefined ? 'A position has no stop, so what it can lose is not known' : why}
        />
      </Card>
      <Card name="Open positions" to={to('positions')}>
        <Figure value={positions?.length} kind="count" reason={why} />
      </Card>
    </section>
  );
}

/** What is lost when every stop is hit; unknown when one of them has none. */
export function openRisk(losses: readonly (number | undefined)[] | undefined): string | undefined {
  return losses === undefined || losses.some((loss) => loss === undefined)
    ? undefined
    : losses.reduce<number>((sum, loss) => sum + (loss ?? 0), 0).toFixed(2);
}

function Card({ name, unit, to, children }: { name: string; unit?: string; to: string; children: ReactNode }) {
  return (
    <div className="rounded-lg border border-line bg-panel p-3">
      <Link to={to} className="text-xs text-quiet underline-offset-2 hover:underline">
        {name}
        {unit ? ` (${unit})` : ''}
      </Link>
      <div className="text-xl font-semibold">{children}</div>
    </div>
  );
}
