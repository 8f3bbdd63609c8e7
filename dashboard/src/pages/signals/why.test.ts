import { expect, test } from 'vitest';
import { curveOf, didOf, placeOf, scaleOf, thresholdsOf, type Score } from './why';

const MOMENTUM: Score = {
  feature: 'momentum_60',
  value: 0.031,
  thresholds: [
    { signal: 'long', beyond: 'above', value: 0.02 },
    { signal: 'short', beyond: 'below', value: -0.02 },
  ],
};

test('the thresholds of a score are told in words', () => {
  expect(thresholdsOf(MOMENTUM)).toBe('long above 0.02, short below -0.02');
  expect(thresholdsOf({ feature: 'probability', value: 0.4, thresholds: [] })).toBe(
    'no value of it leads to a position',
  );
  expect(
    thresholdsOf({ feature: 'probability', thresholds: [{ signal: 'short', beyond: 'above', value: 0.612345 }] }),
  ).toBe('short above 0.612');
});

test('a score and its thresholds have their place on one scale', () => {
  expect(scaleOf(MOMENTUM)).toEqual([-0.04, 0.04]);
  expect(scaleOf({ feature: 'score', value: -0.9, thresholds: [] })).toEqual([-0.9, 0.9]);
  expect(scaleOf({ feature: 'probability', value: 0.4 })).toEqual([0, 1]);
  expect(scaleOf({})).toEqual([-1, 1]);
  expect([-1, -0.5, 0, 0.5, 7].map((value) => placeOf(value, [-1, 1]))).toEqual([0, 0.25, 0.5, 0.75, 1]);
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
