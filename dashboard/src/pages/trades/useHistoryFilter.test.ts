import { expect, test } from 'vitest';
import { paramsOf, queryOf } from './useHistoryFilter';

const NOTHING = { symbol: '', strategy: '', from: '', to: '', run: 0 };

test('what is empty is not asked for', () => {
  expect(queryOf(NOTHING)).toEqual({});
  expect(String(paramsOf(queryOf(NOTHING)))).toBe('');
});

test('both days belong to the history, also over the end of a year', () => {
  expect(queryOf({ ...NOTHING, from: '2026-12-31', to: '2026-12-31' })).toEqual({
    from: '2026-12-31T00:00:00Z',
    to: '2027-01-01T00:00:00Z',
  });
});

test('a run and names are asked for as they are', () => {
  const query = queryOf({ ...NOTHING, symbol: 'EURUSD.SIM', strategy: 'A&B', run: 3 });
  expect(query).toEqual({ symbol: 'EURUSD.SIM', strategy: 'A&B', run: 3 });
  expect(String(paramsOf({ ...query, limit: 10 }))).toBe('symbol=EURUSD.SIM&strategy=A%26B&run=3&limit=10');
});
