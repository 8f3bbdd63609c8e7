import { expect, test } from 'vitest';
import { summed } from './trades';

test('amounts are added up by their digits', () => {
  expect(summed([0.1, 0.2])).toBe('0.3');
  expect(summed([-353.75, 0.01])).toBe('-353.74');
  expect(summed([-0.05, 0.02])).toBe('-0.03');
  expect(summed([])).toBe('0');
  expect(summed([5, 7])).toBe('12');
});

test('without one of them there is no sum', () => {
  expect(summed([1, undefined])).toBeUndefined();
});
