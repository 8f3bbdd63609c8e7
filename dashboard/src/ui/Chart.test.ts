import { expect, test } from 'vitest';
import { byTime, summarised, type ChartSeries } from './Chart';

const CANDLES: ChartSeries = {
  name: 'EURUSD M5',
  kind: 'candles',
  points: [
    { time: 1, open: 1.1, high: 1.3, low: 1.05, value: 1.2 },
    { time: 2, open: 1.2, high: 1.25, low: 1.1, value: 1.15 },
  ],
  marks: [{ time: 2, text: 'long', place: 'below', shape: 'up', tone: 'up' }],
};

test('the sentence of candles goes by their highs and lows, and says how much is marked', () => {
  expect(summarised('Price', [CANDLES], 'price')).toBe(
    'Price: EURUSD M5 from 1.2 to 1.15, lowest 1.05, highest 1.3, 1 marked.',
  );
  expect(summarised('Price', [{ name: 'Stop', points: [] }], 'price')).toBe('Price: Stop has no values.');
});

test('the table has one row a time, the newest first', () => {
  const rows = byTime([CANDLES, { name: 'Stop', points: [{ time: 2, value: 1 }] }]);
  expect(rows.map(({ time, points }) => [time, points.map((point) => point?.value)])).toEqual([
    [2, [1.15, 1]],
    [1, [1.2, undefined]],
  ]);
});
