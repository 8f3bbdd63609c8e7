import { expect, it } from 'vitest';
import { limitName, usedPercent } from './useHeadroom';

it('tells how much of a limit is used, and nothing where that cannot be told', () => {
  expect(usedPercent({ measured: 1.5, limit: 3 })).toBe(50);
  expect(usedPercent({ measured: 4, limit: 3 })).toBe(100);
  expect(usedPercent({ measured: -1, limit: 3 })).toBe(0);
  expect(usedPercent({ limit: 3 })).toBeUndefined();
  expect(usedPercent({ measured: 1, limit: 0 })).toBeUndefined();
  expect(limitName({ name: 'daily_loss' })).toBe('daily loss');
});
