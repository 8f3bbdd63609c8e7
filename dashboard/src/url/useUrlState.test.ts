import { describe, expect, it } from 'vitest';
import { changed, current, day, flag, oneOf, text, whole, words } from './useUrlState';

const period = oneOf('24h', '7d', '30d');

describe('state in the address', () => {
  it('is read, and what it cannot be is the usual', () => {
    const params = new URLSearchParams('period=7d&limit=12x&open=1&symbol=%3Cb%3E&codes=A%252CB,C');

    expect(current(params, 'period', period, '24h')).toBe('7d');
    expect(current(params, 'limit', whole, 50)).toBe(50);
    expect(current(params, 'open', flag, false)).toBe(true);
    expect(current(params, 'symbol', text, '')).toBe('<b>');
    expect(current(params, 'codes', words, [])).toEqual(['A,B', 'C']);
    expect(current(new URLSearchParams('codes=%25'), 'codes', words, ['A'])).toEqual(['A']);
    expect(current(new URLSearchParams('from=2026-03-31'), 'from', day, '')).toBe('2026-03-31');
    expect(current(new URLSearchParams('from=31.3.2026'), 'from', day, '')).toBe('');
    expect(current(new URLSearchParams('from=2026-13-01'), 'from', day, '')).toBe('');
    expect(current(new URLSearchParams('from=2026-02-30'), 'from', day, '')).toBe('');
    expect(current(new URLSearchParams('period=1y'), 'period', period, '24h')).toBe('24h');
  });

  it('is written next to the others, and left out where it is usual', () => {
    const params = new URLSearchParams('symbol=EURUSD&period=7d');

    expect(changed(params, 'period', period, '24h', '30d').toString()).toBe('symbol=EURUSD&period=30d');
    expect(changed(params, 'period', period, '24h', '24h').toString()).toBe('symbol=EURUSD');
    expect(params.get('period')).toBe('7d');
  });

  it('comes back as it went', () => {
    const there = changed(new URLSearchParams(), 'codes', words, [], ['A,B', 'x&y']);
    expect(current(new URLSearchParams(there.toString()), 'codes', words, [])).toEqual(['A,B', 'x&y']);
  });
});
