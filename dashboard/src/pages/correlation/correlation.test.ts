import { expect, test } from 'vitest';
import { clustered, labelOf, shade, whyAbsent, written } from './correlation';

test('strategies of one cluster stand beside one another, the rest behind', () => {
  const report = { codes: ['a', 'b', 'c', 'd'], clusters: [{ codes: ['d', 'b'] }, { codes: ['a', 'gone'] }] };
  expect(clustered(report)).toEqual([3, 1, 0, 2]);
  expect(clustered({})).toEqual([]);
});

test('a correlation has its sign and two decimals, an absent one a reason', () => {
  expect(written(-0.456)).toBe('−0.46');
  expect(written(1)).toBe('1.00');
  expect(written(null)).toBeUndefined();
  const report = { absent_pairs: [{ a: 'x', b: 'y', reason: { message: '12 common days of 20' } }] };
  expect(whyAbsent(report, 'y', 'x')).toBe('12 common days of 20');
  expect(whyAbsent(report, 'x', 'z')).toBe('It is not known');
});

test('the colour is as strong as the correlation, whatever its sign', () => {
  expect(shade(-0.5)).toEqual({ look: 'down', strength: 0.5 });
  expect(shade(1.2)).toEqual({ look: 'up', strength: 1 });
  expect(shade(undefined)).toBeUndefined();
});

test('no label asks for the one there is', () => {
  expect(labelOf('by itself')).toBeUndefined();
  expect(labelOf('PAPER')).toBe('PAPER');
});
