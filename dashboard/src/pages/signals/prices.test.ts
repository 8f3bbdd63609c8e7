import { expect, test } from 'vitest';
import { candleAt, levelsOf, marksOf, pointsOf, timeframeFor, windowOf, type Held } from './prices';

const at = (minute: number) => `2026-03-02T10:${String(minute).padStart(2, '0')}:00Z`;
const points = pointsOf(
  [0, 5, 10, 20].map((minute) => ({ open_time: at(minute), open: 1, high: 3, low: 0.5, close: 2 })),
);
const seconds = (minute: number) => Date.parse(at(minute)) / 1000;

const LONG: Held = {
  side: 'long',
  entry_time: at(7),
  entry_price: 2,
  exit_time: at(20),
  exit_price: 3,
  exit_reason: 'take_profit',
  stop_loss: 1,
};

test('something that happened belongs to the candle that had begun, also over a gap', () => {
  expect(candleAt(points, at(5), 300)).toBe(seconds(5));
  expect(candleAt(points, at(9), 300)).toBe(seconds(5));
  expect(candleAt(points, at(17), 300)).toBe(seconds(10));
  expect(candleAt(points, at(24), 300)).toBe(seconds(20));
});

test('outside of the candles there is none', () => {
  expect(candleAt(points, '2026-03-02T09:59:00Z', 300)).toBeUndefined();
  expect(candleAt(points, at(26), 300)).toBeUndefined();
  expect(candleAt(points, undefined, 300)).toBeUndefined();
  expect(candleAt(points, 'no time', 300)).toBeUndefined();
  expect(candleAt([], at(5), 300)).toBeUndefined();
});

test('a position is marked where it was entered and left, in the order of time', () => {
  const short: Held = { side: 'SELL', entry_time: at(0), exit_time: at(5) };
  expect(marksOf(points, [LONG, short], 300).map(({ time, text, place }) => [time, text, place])).toEqual([
    [seconds(0), 'short', 'above'],
    [seconds(5), 'long', 'below'],
    [seconds(5), 'out', 'below'],
    [seconds(20), 'out', 'above'],
  ]);
  expect(marksOf(points, [LONG], 300).at(-1)?.text).toBe('out: take profit');
  expect(marksOf(points, [{ side: 'long', entry_time: '2020-01-01T00:00:00Z' }], 300)).toEqual([]);
});

test('its levels go from the entry to the exit, or to the last candle while it is open', () => {
  expect(levelsOf(points, LONG, 300)).toMatchObject([
    { name: 'Entry', points: [{ time: seconds(5), value: 2 }, { time: seconds(20) }] },
    { name: 'Stop', points: [{ time: seconds(5), value: 1 }, { time: seconds(20) }] },
  ]);
  expect(levelsOf(points, { ...LONG, entry_time: at(20), exit_time: undefined }, 300)[0]?.points).toHaveLength(1);
  expect(levelsOf(points, undefined, 300)).toEqual([]);
  expect(levelsOf([], LONG, 300)).toEqual([]);
});

test('a long trade is shown by longer candles, never by finer ones than are stored', () => {
  expect(timeframeFor(3600, ['M5', 'D1'])).toBe('M5');
  expect(timeframeFor(3600, ['H1'])).toBe('H1');
  expect(timeframeFor(10 * 86_400, ['M5'])).toBe('H1');
  expect(timeframeFor(10_000 * 86_400, ['M5'])).toBe('D1');
  expect(timeframeFor(60, [])).toBe('M5');
});

test('the window has candles before and after', () => {
  expect(windowOf(at(0), at(5), 'M5')).toEqual({ from: '2026-03-02T05:00:00Z', to: '2026-03-02T15:05:00Z' });
  expect(windowOf(at(0), undefined, 'M5')).toEqual({ from: '2026-03-02T05:00:00Z' });
  expect(windowOf('no time', undefined, 'M5')).toBeUndefined();
});
