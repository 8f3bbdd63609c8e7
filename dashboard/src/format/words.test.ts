import { expect, test } from 'vitest';
import { words } from './words';

test('codes are told in words, one that is missing as such', () => {
  expect(words('DAILY_RETURNS')).toBe('daily returns');
  expect(words(undefined)).toBe('not known');
});
