import { expect, test } from 'vitest';
import { USUAL, ended, fault, held, part, placed, requestOf, unsubmittable, type Assets } from './portfolio';

const ASSETS: Assets = { codes: ['a', 'b'], windowDays: 365, label: 'PAPER' };

test('the request has what the method uses, and nothing else', () => {
  expect(requestOf({ ...USUAL, weightMax: '30', targetReturn: '12' }, ASSETS)).toEqual({
    method: 'max_sharpe',
    data: { registry: { codes: ['a', 'b'], window_days: 365, label: 'PAPER' } },
    constraints: { defaults: true, weight_max: 0.3 },
  });
  expect(
    requestOf({ ...USUAL, method: 'efficient_return', targetReturn: '12,5', defaults: false }, ASSETS),
  ).toMatchObject({ target_return: 0.125, constraints: { defaults: false } });
  expect(requestOf({ ...USUAL, method: 'hrp', weightMax: '30' }, ASSETS)).not.toHaveProperty('constraints');
});

test('what cannot be sent is told', () => {
  expect(fault(USUAL)).toBeUndefined();
  expect(fault({ ...USUAL, weightMax: 'many' })).toBe('Something that was typed is not a number');
  expect(fault({ ...USUAL, method: 'efficient_risk' })).toBe('Efficient risk takes a target volatility');
  expect(fault({ ...USUAL, method: 'efficient_return' })).toBe('Efficient return takes a target return');
  expect(part('')).toBeUndefined();
});

test('weights that are nothing are left out, the largest comes first', () => {
  expect(held({ a: 0.2, b: 0, c: 0.8, d: 0.00004 })).toEqual([
    ['c', 0.8],
    ['a', 0.2],
  ]);
  expect(held(undefined)).toEqual([]);
});

test('a frontier fills its box, risk to the right and return upwards', () => {
  const points = [
    { volatility: 0.25, expected_return: 0.125 },
    { volatility: 0.375, expected_return: 0.25 },
    { volatility: 0.5, expected_return: 0.375 },
  ];
  expect(placed(points, 100, 50)).toEqual([
    { x: 0, y: 50 },
    { x: 50, y: 25 },
    { x: 100, y: 0 },
  ]);
  expect(placed(points.slice(0, 1), 100, 50)).toEqual([{ x: 50, y: 25 }]);
});

test('a plan that a check denies, or that is no draft, cannot be handed in', () => {
  expect(unsubmittable({ state: 'DRAFT', plan: { checks: [{ name: 'MARGIN', passed: true }] } })).toBeUndefined();
  expect(
    unsubmittable({ state: 'DRAFT', plan: { checks: [{ name: 'MARGIN', passed: false, message: 'too much' }] } }),
  ).toBe('A check denies it: too much');
  expect(unsubmittable({ state: 'DONE' })).toBe('It is done');
  expect(ended({ state: 'EXECUTING' })).toBeUndefined();
  expect(ended({ state: 'PARTIAL' })).toBe('It has ended: partial');
});
