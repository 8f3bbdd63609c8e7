import { useMemo } from 'react';
import { day, text, useUrlState, whole } from '@/url/useUrlState';

/** What a history is narrowed by, as its service takes it. */
export interface HistoryQuery {
  symbol?: string;
  strategy?: string;
  from?: string;
  to?: string;
  run?: number;
}

export interface HistoryFilter {
  symbol: string;
  setSymbol: (symbol: string) => void;
  strategy: string;
  setStrategy: (strategy: string) => void;
  from: string;
  setFrom: (day: string) => void;
  to: string;
  setTo: (day: string) => void;
  /** 0 is what runs now; others are backtests and imports. */
  run: number;
  setRun: (run: number) => void;
  /** Stable while nothing changes. */
  query: HistoryQuery;
}

/** The filters of a history; all of them are in the address. */
export function useHistoryFilter(): HistoryFilter {
  const [symbol, setSymbol] = useUrlState('symbol', text, '');
  const [strategy, setStrategy] = useUrlState('strategy', text, '');
  const [from, setFrom] = useUrlState('from', day, '');
  const [to, setTo] = useUrlState('to', day, '');
  const [run, setRun] = useUrlState('run', whole, 0);
  const query = useMemo(() => queryOf({ symbol, strategy, from, to, run }), [symbol, strategy, from, to, run]);
  return { symbol, setSymbol, strategy, setStrategy, from, setFrom, to, setTo, run, setRun, query };
}

/** What is empty is left to the service. Both days are of UTC and belong to it. */
export function queryOf(typed: Pick<HistoryFilter, 'symbol' | 'strategy' | 'from' | 'to' | 'run'>): HistoryQuery {
  return {
    ...(typed.symbol === '' ? {} : { symbol: typed.symbol }),
    ...(typed.strategy === '' ? {} : { strategy: typed.strategy }),
    ...(typed.from === '' ? {} : { from: `${typed.from}T00:00:00Z` }),
    ...(typed.to === '' ? {} : { to: `${dayAfter(typed.to)}T00:00:00Z` }),
    ...(typed.run <= 0 ? {} : { run: typed.run }),
  };
}

function dayAfter(of: string): string {
  return new Date(Date.parse(of) + 86_400_000).toISOString().slice(0, 10);
}

/** The same as parameters of an address. */
export function paramsOf(query: object): URLSearchParams {
  return new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]));
}

/** Of a history that has no runs. */
export function omitRun({ run: _, ...query }: HistoryQuery): Omit<HistoryQuery, 'run'> {
  return query;
}
