import { expect, test } from 'vitest';
import { monthTable, ofRun, whyMissing } from './performance';

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
