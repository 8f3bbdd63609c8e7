import { expect, test } from 'vitest';
import { heatOf, monthTable, ofRun, staleAfter, symbolOf, whyMissing } from './performance';

test('months stand in rows of years', () => {
  expect(
    monthTable([
      { month: '2026-02', return_pct: 1.5 },
      { month: '2025-12', return_pct: -2 },
      { month: 'soon', return_pct: 9 },
    ]).map(({ year, months }) => [year, months[1], months[11]]),
  ).toEqual([
    ['2025', undefined, -2],
    ['2026', 1.5, undefined],
  ]);
});

test('a missing figure has its reason', () => {
  expect(whyMissing([{ field: 'sharpe_ratio', reason: 'TOO_FEW_RETURNS' }], 'sharpe_ratio')).toBe('too few returns');
  expect(whyMissing(undefined, 'sharpe_ratio')).toBe('It was not told');
});

test('what runs now is asked for without a run', () => {
  expect(ofRun(0)).toEqual({});
  expect(ofRun(-3)).toEqual({});
  expect(ofRun(2)).toEqual({ run: 2 });
});

test('the symbol is that of the address where the run has it', () => {
  const run = {
    run: 3,
    series: [
      { symbol: 'USDCOP', timeframe: 'M5' as const },
      { symbol: 'USDCOP', timeframe: 'H1' as const },
      { symbol: 'EURUSD.SIM' },
    ],
  };
  expect(symbolOf('', 3, run)).toEqual({ symbol: 'USDCOP', symbols: ['USDCOP', 'EURUSD.SIM'], unknown: false });
  expect(symbolOf('eurusd.sim', 3, run).symbol).toBe('EURUSD.SIM');
  expect(symbolOf('XAUUSD', 3, run)).toMatchObject({ symbol: 'USDCOP', unknown: true });
  expect(symbolOf('', 0, run).symbol).toBeUndefined();
  expect(symbolOf('XAUUSD', 0, undefined)).toEqual({ symbol: 'XAUUSD', symbols: [], unknown: false });
});

test('a month is the stronger the further from 0 it is', () => {
  expect(heatOf(-4, 4)).toContain('--down) 30%');
  expect(heatOf(2, 4)).toContain('--up) 15%');
  expect(heatOf(0, 4)).toBeUndefined();
  expect(heatOf(undefined, 4)).toBeUndefined();
});

test('what is of long ago is the past and not stale', () => {
  const now = Date.parse('2026-07-06T12:00:00Z');
  expect(staleAfter(0, '2026-07-03T22:00:00Z', now)).toBe(7200);
  expect(staleAfter(0, undefined, now)).toBe(7200);
  expect(staleAfter(0, '2026-01-06T18:00:00Z', now)).toBe(Infinity);
  expect(staleAfter(3, '2026-07-03T22:00:00Z', now)).toBe(Infinity);
});
