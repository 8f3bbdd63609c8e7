import { expect, test } from 'vitest';
import {
  amountOf,
  changesOf,
  clashesOf,
  configOf,
  faultOf,
  notRepeated,
  otherFaults,
  typedOf,
  type Parameter,
} from './parameters';

const PARAMETERS: Parameter[] = [
  { name: 'min_score', kind: 'DECIMAL', default_value: 0.35 },
  { name: 'max_positions', kind: 'INTEGER', default_value: 10 },
  { name: 'takes_loss', kind: 'BOOLEAN', default_value: false },
];

test('fields begin with what is configured, else with the default', () => {
  expect(typedOf(PARAMETERS, { min_score: 0.5 })).toEqual({
    min_score: '0.5',
    max_positions: '10',
    takes_loss: 'false',
  });
  expect(typedOf([{ name: 'none' }], {})).toEqual({ none: '' });
});

test('what was typed is numbers, and an empty field is left to the default', () => {
  expect(configOf(PARAMETERS, { min_score: ' 0.10 ', max_positions: '', takes_loss: 'true' }, {})).toEqual({
    min_score: 0.1,
    takes_loss: true,
  });
  expect(
    configOf(PARAMETERS, { min_score: '-1e-3', max_positions: '3' }, { max_positions: 7, takes_loss: true }),
  ).toEqual({ min_score: -0.001, max_positions: 3 });
});

test('what is no number goes to the controller as it is, and what nobody names stays', () => {
  expect(configOf(PARAMETERS, { min_score: '0,5', max_positions: '0x10' }, { older: [1] })).toEqual({
    min_score: '0,5',
    max_positions: '0x10',
    older: [1],
  });
});

test('what is wrong is found by its field, whatever object it is in', () => {
  const errors = [
    { field: 'strategy_config.min_score', code: 'OUT_OF_RANGE', message: 'expected a number from 0 to 1' },
    { field: 'name', code: 'BLANK', message: 'must not be blank' },
  ];
  expect(faultOf(errors, 'min_score')).toBe('expected a number from 0 to 1');
  expect(faultOf(errors, 'score')).toBeUndefined();
  expect(otherFaults(errors, ['min_score'])).toEqual(['name: must not be blank']);
  expect(otherFaults(errors, ['min_score', 'name'])).toEqual([]);
});

test('what was typed is what differs from what stood there', () => {
  expect(changesOf({ a: ' 1 ', b: '2', c: '', d: '4' }, { a: '1', b: '1', c: '3' })).toEqual({ b: '2', c: '', d: '4' });
});

test('two who set the same field to something else clash, at that field alone', () => {
  const stood = { a: '1', b: '1', c: '1', d: '1' };
  const now = { a: '2', b: '2', c: '1', d: '3' };
  expect(clashesOf({ a: '3', c: '2', d: '3' }, stood, now)).toEqual([
    {
      field: 'a',
      code: 'CHANGED_MEANWHILE',
      message: 'It was set to 2 meanwhile. Save again to set it to what stands here',
    },
  ]);
});

test('an amount is digits with a point, and above nothing', () => {
  expect(amountOf(' 10000.50 ')).toEqual({ amount: 10000.5 });
  for (const typed of ['', ' ', 'abc', '-5', '1,5', '10 000', '0x10', '1e3', '.']) {
    expect(amountOf(typed), typed).toHaveProperty('fault', expect.stringContaining('with a point'));
  }
  expect(amountOf('0.00')).toHaveProperty('fault', 'It takes an amount above 0');
});

test('only a failed cycle is repeated', () => {
  expect(notRepeated('FAILED', false)).toBeUndefined();
  expect(notRepeated('FAILED', true)).toBe('It runs');
  expect(notRepeated('SUCCEEDED', false)).toBe('It has not failed: it is succeeded');
});
