import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { data, portfolio } from '@/api/clients';
import { keys } from '@/api/keys';
import { useSession } from '@/auth/session';
import { oneOf, useUrlState, words } from '@/url/useUrlState';
import { LABELS, WINDOWS, type Assets } from './portfolio';

const WINDOW = oneOf(...WINDOWS);
const LABEL = oneOf(...LABELS);
const ALL: readonly string[] = [];

/** The strategies an optimum is asked for, all that are not retired unless some are chosen; all of it in the address. */
export interface AssetChoice {
  assets: Assets;
  all: readonly string[];
  choose: (codes: readonly string[]) => void;
  window: (typeof WINDOWS)[number];
  chooseWindow: (window: (typeof WINDOWS)[number]) => void;
  chooseLabel: (label: (typeof LABELS)[number]) => void;
}

export function useAssets(): AssetChoice {
  const { phase } = useSession();
  const [chosen, choose] = useUrlState('codes', words, ALL);
  const [window, chooseWindow] = useUrlState('window', WINDOW, '365');
  const [label, chooseLabel] = useUrlState('label', LABEL, 'BACKTEST');
  const strategies = useQuery({
    queryKey: [...keys.portfolio.all, 'strategies', 'first'],
    queryFn: ({ signal }) => data(portfolio.GET('/api/v1/strategies', { params: { query: { limit: 200 } }, signal })),
    enabled: phase === 'signed-in',
  });
  const all = useMemo(
    () =>
      (strategies.data?.strategies ?? [])
        .filter((strategy) => strategy.state !== 'RETIRED')
        .map((strategy) => strategy.code ?? ''),
    [strategies.data],
  );
  const assets = useMemo(
    () => ({ codes: chosen.length === 0 ? all : chosen, windowDays: Number(window), label }),
    [chosen, all, window, label],
  );
  return { assets, all, choose, window, chooseWindow, chooseLabel };
}
