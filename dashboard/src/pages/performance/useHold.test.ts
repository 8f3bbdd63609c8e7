import { expect, test } from 'vitest';
import { pagesOf, timeframeOf } from './useHold';

test('candles are as far apart as the points, or as the bars where those are longer', () => {
  expect(timeframeOf('5m', 'M5')).toBe('M5');
  expect(timeframeOf('5m', 'H1')).toBe('H1');
  expect(timeframeOf('5m', 'M1')).toBe('M5');
  expect(timeframeOf('1d', undefined)).toBe('D1');
});

test('a month of five minutes comes in pages of what the service gives at once', () => {
  const pages = pagesOf(0, 8640 * 300, 'M5');
  expect(pages).toEqual([
    { from: 0, to: 5000 * 300 },
    { from: 5000 * 300, to: 8640 * 300 },
  ]);
  expect(pagesOf(10, 10, 'M5')).toEqual([]);
});
