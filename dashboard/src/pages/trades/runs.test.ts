import { expect, test } from 'vitest';
import { nameOf, withChosen } from './runs';

test('a run is told by number, kind, whose, when and how much', () => {
  expect(
    nameOf(
      {
        run: 3,
        kind: 'import',
        state: 'DONE',
        strategies: ['PPO_V1'],
        series: [{ symbol: 'USDCOP', timeframe: 'M5' }],
        trades: 57,
      },
      '2025-12-07 to 2026-01-06',
    ),
  ).toBe('3, import, PPO_V1, USDCOP, 2025-12-07 to 2026-01-06, 57 trades');
  expect(
    nameOf(
      {
        run: 4,
        kind: 'backtest',
        state: 'RUNNING',
        strategies: ['RL_PPO', 'ML_XGB'],
        series: ['A', 'B', 'C', 'D'].flatMap((symbol) => [
          { symbol, timeframe: 'M5' as const },
          { symbol, timeframe: 'H1' as const },
        ]),
        trades: 1,
      },
      undefined,
    ),
  ).toBe('4, backtest, A and B and 2 others, 1 trade, running');
});

test('the live run comes first, and what the address names is there although the list has it not', () => {
  const runs = [
    { run: 2, kind: 'backtest' as const },
    { run: 0, kind: 'live' as const },
  ];
  expect(withChosen(runs, 0).map((run) => run.run)).toEqual([0, 2]);
  expect(withChosen(runs, 99).map((run) => run.run)).toEqual([0, 99, 2]);
  expect(nameOf({ run: 99 }, undefined)).toBe('99, not in the list');
  expect(withChosen([], 0).map((run) => nameOf(run, undefined))).toEqual(['live']);
});
