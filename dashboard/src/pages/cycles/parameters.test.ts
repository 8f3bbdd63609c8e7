import { expect, test } from 'vitest';
import { configOf, faultOf, notRepeated, otherFaults, typedOf, type Parameter } from './parameters';

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

test('only a failed cycle is repeated', () => {
  expect(notRepeated('FAILED', false)).toBeUndefined();
  expect(notRepeated('FAILED', true)).toBe('It runs');
  expect(notRepeated('SUCCEEDED', false)).toBe('It has not failed: it is succeeded');
});
