import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import { every } from '@/api/every';
import { data, ledger, models } from '@/api/clients';
import type { components } from '@/api/generated/ledger';
import { asFailure } from '@/api/failure';
import { keys } from '@/api/keys';
import { useAccounts } from '@/app/useAccount';
import { useSession } from '@/auth/session';
import { booksOf, type Book } from './books';
import { ofRun, type Period, type Resolution } from './performance';

export type BooksEquity = components['schemas']['BooksEquity'];
export type BooksPerformance = components['schemas']['BooksPerformance'];

const PORTFOLIOS = 1000;
/** As many points as the service gives at once: more than a month of five minutes. */
const POINTS = 10_000;
const OFTEN = 60_000;

/** Of which models, over which time. */
export interface Asked {
  period: Period;
  resolution: Resolution;
  /** 0 is what runs now. */
  run: number;
  /** Undefined is what the service takes by itself. */
  symbol: string | undefined;
}

/** Run and symbol as the endpoints of the models take them. */
export function ofModels({ run, symbol }: Pick<Asked, 'run' | 'symbol'>): { run?: number; symbol?: string } {
  return { ...ofRun(run), ...(symbol === undefined ? {} : { symbol }) };
}

/** The figures of all models. */
export function useComparison({ period, run, symbol }: Asked) {
  return useQuery({
    queryKey: [...keys.models.all, 'comparison', period, run, symbol],
    queryFn: ({ signal }) =>
      data(
        models.GET('/api/models/performance/comparison', {
          params: { query: { period, ...ofModels({ run, symbol }) } },
          signal,
        }),
      ),
    refetchInterval: every(OFTEN),
  });
}

/** All that can be chosen of, and why there is nothing of a kind. */
export function useBooks(asked: Asked) {
  const { phase } = useSession();
  const comparison = useComparison(asked);
  const accounts = useAccounts();
  const portfolios = useQuery({
    queryKey: [...keys.ledger.all, 'portfolios', 'every'],
    queryFn: ({ signal }) => data(ledger.GET('/portfolios/list', { params: { query: { limit: PORTFOLIOS } }, signal })),
    enabled: phase === 'signed-in',
  });
  const books = useMemo(
    () => booksOf(comparison.data?.strategies ?? [], accounts.data ?? [], portfolios.data?.portfolios ?? []),
    [comparison.data, accounts.data, portfolios.data],
  );
  const why = (query: Pick<UseQueryResult, 'data' | 'error'>, none: string) =>
    query.error ? asFailure(query.error).message : query.data === undefined ? 'They are being read.' : none;
  const signIn = 'Sign in to see them.';
  return {
    books,
    comparison,
    accounts,
    portfolios,
    /** Whether a name that is not among them is told to be unknown. */
    isRead: [comparison, ...(phase === 'signed-in' ? [accounts, portfolios] : [])].every((each) => !each.isPending),
    missing: {
      model: why(comparison, comparison.data?.reason?.message ?? 'There is none.'),
      account: phase === 'signed-in' ? why(accounts, 'There is none that is yours.') : signIn,
      portfolio: phase === 'signed-in' ? why(portfolios, 'There is none that is yours.') : signIn,
    },
  };
}

function keyOfBook({ kind, id }: Book): readonly unknown[] {
  return kind === 'portfolio' ? [...keys.ledger.all, 'portfolios', id] : keys.ledger.account(id);
}

/** How an account or a portfolio did. */
export function performanceOf(book: Book, period: Period) {
  const query = { period };
  return {
    queryKey: [...keyOfBook(book), 'performance', period],
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<BooksPerformance> =>
      book.kind === 'portfolio'
        ? data(ledger.GET('/portfolios/{id}/performance', { params: { path: { id: Number(book.id) }, query }, signal }))
        : data(ledger.GET('/api/v1/accounts/{id}/performance', { params: { path: { id: book.id }, query }, signal })),
    refetchInterval: every(OFTEN),
  };
}

/** What an account or a portfolio was worth. Portfolios are told by days only. */
function equityOf(book: Book, resolution: Resolution) {
  return {
    queryKey: [...keyOfBook(book), 'equity', resolution],
    queryFn: ({ signal }: { signal: AbortSignal }): Promise<BooksEquity> =>
      book.kind === 'portfolio'
        ? data(
            ledger.GET('/portfolios/{id}/equity', {
              params: { path: { id: Number(book.id) }, query: { resolution: '1d', limit: POINTS } },
              signal,
            }),
          )
        : data(
            ledger.GET('/api/v1/accounts/{id}/equity', {
              params: { path: { id: book.id }, query: { resolution, limit: POINTS } },
              signal,
            }),
          ),
    refetchInterval: every(OFTEN),
  };
}

/** Figures of the chosen accounts and portfolios, in their order. */
export function usePerformances(books: readonly Book[], period: Period) {
  return useQueries({ queries: books.map((book) => performanceOf(book, period)) });
}

/** Equity of the chosen accounts and portfolios, in their order. */
export function useEquities(books: readonly Book[], resolution: Resolution) {
  return useQueries({ queries: books.map((book) => equityOf(book, resolution)) });
}
