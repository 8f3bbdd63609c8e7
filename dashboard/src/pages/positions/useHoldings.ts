import { useQueries, useQuery } from '@tanstack/react-query';
import { every } from '@/api/every';
import { data, ledger, models } from '@/api/clients';
import { keys } from '@/api/keys';
import { useSession } from '@/auth/session';
import { ofAccount, ofModel, ofPortfolio, type Holding } from './holding';

const PORTFOLIOS = 100;
const POSITIONS = 200;

/** What the account, the portfolios and the models hold, each with its own success or failure. */
export function useHoldings(account: string | undefined) {
  const { phase } = useSession();
  const signedIn = phase === 'signed-in';
  const books = useQuery({
    queryKey: keys.ledger.account(account ?? ''),
    queryFn: ({ signal }) =>
      data(ledger.GET('/api/v1/accounts/{id}', { params: { path: { id: account ?? '' } }, signal })),
    enabled: signedIn && account !== undefined,
    refetchInterval: every(10_000),
    select: (read) => (read.positions ?? []).map((position) => ofAccount(read.id ?? '', read.label, position)),
  });
  const model = useQuery({
    queryKey: keys.models.positions(undefined),
    queryFn: ({ signal }) => data(models.GET('/api/models/positions/current', { signal })),
    refetchInterval: every(10_000),
    select: (read) => (read.positions ?? []).map((position) => ofModel(read.symbol, position)),
  });
  const portfolios = useQuery({
    queryKey: [...keys.ledger.all, 'portfolios'],
    queryFn: ({ signal }) => data(ledger.GET('/portfolios/list', { params: { query: { limit: PORTFOLIOS } }, signal })),
    enabled: signedIn,
    refetchInterval: every(30_000),
  });
  const open = (portfolios.data?.portfolios ?? []).filter((portfolio) => (portfolio.open_positions ?? 0) > 0);
  const bets = useQueries({
    queries: open.map((portfolio) => ({
      queryKey: [...keys.ledger.all, 'portfolios', portfolio.portfolio_id, 'positions'],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        data(
          ledger.GET('/portfolios/{id}/positions', {
            params: { path: { id: portfolio.portfolio_id ?? 0 }, query: { status: 'OPEN' as const, limit: POSITIONS } },
            signal,
          }),
        ),
      refetchInterval: every(30_000),
    })),
  });
  const parts: { name: string; error: unknown }[] = [
    { name: 'the account', error: books.error },
    { name: 'the models', error: model.error },
    { name: 'the portfolios', error: portfolios.error ?? bets.find((each) => each.error)?.error },
  ];
  const holdings: Holding[] = [
    ...(books.data ?? []),
    ...bets.flatMap((each, place) =>
      (each.data ?? []).map((position) =>
        ofPortfolio(open[place]?.name ?? String(open[place]?.portfolio_id), position),
      ),
    ),
    ...(model.data ?? []),
  ];
  return { holdings, model, unread: parts.filter((part) => part.error) };
}
