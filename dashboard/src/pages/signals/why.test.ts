import { expect, test } from 'vitest';
import { curveOf, didOf, placeOf, scoreOf } from './why';

test('the score is found by either name, and its place is within the scale', () => {
  expect(scoreOf({ score: 0.25, rsi_14: 40 })).toBe(0.25);
  expect(scoreOf({ score_of_others: -0.5 })).toBe(-0.5);
  expect(scoreOf({ rsi_14: 40 })).toBeUndefined();
  expect(scoreOf(undefined)).toBeUndefined();
  expect([-1, 0, 0.5, 7].map(placeOf)).toEqual([0, 0.5, 0.75, 1]);
});

test('an action nobody knows is told as not kept', () => {
  expect(didOf('nothing')).toBe('It did nothing');
  expect(didOf('something_new')).toBe('What it did was not kept');
  expect(didOf(undefined)).toBe('What it did was not kept');
});

test('bins without signals are no points, and more signals are larger ones', () => {
  const points = curveOf([
    { mean_confidence: 0.9, hit_rate: 0.4, count: 25 },
    { mean_confidence: 0.5, hit_rate: 0.6, count: 100 },
    { count: 0 },
  ]);
  expect(points).toEqual([
    { said: 0.5, right: 0.6, radius: 6 },
    { said: 0.9, right: 0.4, radius: 4 },
  ]);
  expect(curveOf([])).toEqual([]);
});
