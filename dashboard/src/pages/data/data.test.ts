import { expect, test } from 'vitest';
import { doneOf, ended, jobOf, rowsOf } from './data';

test('each symbol of a feed has a row, and a feed without any one of its own', () => {
  expect(
    rowsOf([
      { name: 'sim', state: 'RUNNING', symbols: [{ symbol: 'A' }, { symbol: 'B' }] },
      { name: 'file', state: 'ENDED' },
    ]).map(({ name, symbol }) => [name, symbol]),
  ).toEqual([
    ['sim', 'A'],
    ['sim', 'B'],
    ['file', undefined],
  ]);
});

test('a job is as far as its bars, once it knows how many there are', () => {
  expect(doneOf({ progress: { bars_done: 50, bars_total: 200 } })).toBe(0.25);
  expect(doneOf({ progress: { bars_done: 0, bars_total: 0 } })).toBeUndefined();
  expect(doneOf({})).toBeUndefined();
  expect(ended({ state: 'RUNNING' })).toBeUndefined();
  expect(ended({ state: 'DONE' })).toBe('It is done');
});

test('a job takes symbols and days in their order', () => {
  const typed = { kind: 'backfill' as const, symbols: 'EURUSD, USDCOP', from: '2026-01-01', to: '' };
  expect(jobOf(typed)).toEqual({ kind: 'backfill', symbols: ['EURUSD', 'USDCOP'], from: '2026-01-01T00:00:00Z' });
  expect(jobOf({ ...typed, to: '2026-02-01' })).toMatchObject({ to: '2026-02-01T00:00:00Z' });
  expect(jobOf({ ...typed, symbols: ' ' })).toEqual({ fault: 'It takes a symbol' });
  expect(jobOf({ ...typed, from: '' })).toEqual({ fault: 'It takes the day it begins' });
  expect(jobOf({ ...typed, to: '2025-01-01' })).toEqual({ fault: 'It ends before it begins' });
});
