import { expect, test } from 'vitest';
import { byState, kindOf, lacking } from './lifecycle';

test('each strategy is in the column of its state, one of a state nobody knows here in none', () => {
  const columns = byState([
    { code: 'a', state: 'PAPER' },
    { code: 'b', state: 'LIVE' },
    { code: 'c', state: 'PAPER' },
    { code: 'd', state: 'PARKED' as never },
    { code: 'e' },
  ]);

  expect([...columns.keys()]).toEqual(['DISCOVERY', 'VALIDATION', 'PAPER', 'LIVE', 'SUSPENDED', 'RETIRED']);
  expect(columns.get('PAPER')?.map(({ code }) => code)).toEqual(['a', 'c']);
  expect([...columns.values()].flat()).toHaveLength(3);
});

test('a step that is not allowed says which gates stop it', () => {
  expect(lacking({ to: 'PAPER', allowed: true })).toBeUndefined();
  expect(lacking(undefined)).toBe('There is no such step from here');
  expect(
    lacking({
      to: 'PAPER',
      allowed: false,
      evidence: [
        { gate: 'BACKTEST_DAYS', passed: true },
        { gate: 'SHARPE', passed: false, reason: { code: 'BELOW', message: '0.4 is below 1' } },
        { gate: 'DEFLATED_SHARPE', passed: false },
      ],
    }),
  ).toBe('sharpe: 0.4 is below 1; deflated sharpe: not passed');
  expect(lacking({ to: 'LIVE', allowed: false })).toBe('The evidence is missing');
});

test('gates are told in their own units', () => {
  expect(kindOf('PAPER_DAYS')).toBe('count');
  expect(kindOf('MAXIMUM_DRAWDOWN')).toBe('fraction');
  expect(kindOf('SHARPE')).toBe('ratio');
});
