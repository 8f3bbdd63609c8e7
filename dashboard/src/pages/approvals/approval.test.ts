import { expect, test } from 'vitest';
import { flat, secondsLeft, stateInWords, undecidable } from './approval';

const NOW = Date.parse('2026-01-05T12:00:00Z') / 1000;

test('an approval is decided once, and before it expires', () => {
  expect(undecidable({ state: 'PENDING', expires_at: '2026-01-05T12:15:00Z' }, NOW)).toBeUndefined();
  expect(undecidable({ state: 'PENDING', expires_at: '2026-01-05T12:00:00Z' }, NOW)).toBe('It has expired');
  expect(undecidable({ state: 'REJECTED' }, NOW)).toBe('It is decided: rejected');
  expect(undecidable({}, NOW)).toBe('It is decided: the state is not known');
});

test('the time that is left is by the clock of the servers', () => {
  expect(secondsLeft({ expires_at: '2026-01-05T12:15:00Z' }, NOW)).toBe(900);
  expect(secondsLeft({}, NOW)).toBeUndefined();
});

test('a state that this version does not know is shown as it is sent', () => {
  expect(stateInWords('NOT_EXECUTED')).toBe('approved, not carried out');
  expect(stateInWords('ON_HOLD')).toBe('on hold');
});

test('what is asked for is told name by name', () => {
  expect(flat({ symbol: 'AAPL', lines: [{ lots: 1.5, stop: null }], dry: false })).toEqual([
    ['symbol', 'AAPL'],
    ['lines.0.lots', '1.5'],
    ['dry', 'false'],
  ]);
  expect(flat(undefined)).toEqual([]);
});
