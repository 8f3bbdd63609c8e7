import { expect, test } from 'vitest';
import { booksOf, chosenOf, toggled } from './books';

const BOOKS = booksOf(
  [{ strategy_code: 'RL_PPO', strategy_name: 'PPO' }, { strategy_code: 'ML_XGB' }],
  [
    { id: 'paper-1', name: 'Main' },
    { id: 'paper-2', name: 'Main' },
  ],
  [{ portfolio_id: 7, name: '<b>Trend</b>' }, { name: 'nobody' }],
);

test('each has a key for the address, and those of one name their id', () => {
  expect(
    Object.values(BOOKS)
      .flat()
      .map(({ key, name }) => `${key} ${name}`),
  ).toEqual([
    'model:RL_PPO PPO',
    'model:ML_XGB ML_XGB',
    'account:paper-1 Main (paper-1)',
    'account:paper-2 Main (paper-2)',
    'portfolio:7 <b>Trend</b>',
  ]);
});

test('none named are all models', () => {
  expect(chosenOf([], BOOKS).chosen.map((each) => each.key)).toEqual(['model:RL_PPO', 'model:ML_XGB']);
});

test('what the address names is taken once and in its order, and what nobody has is told', () => {
  const { chosen, unknown } = chosenOf(
    ['portfolio:7', 'model:RL_PPO', 'portfolio:7', 'account:of-somebody-else', 'RL_PPO', 'robot:1'],
    BOOKS,
  );
  expect(chosen.map((each) => each.key)).toEqual(['portfolio:7', 'model:RL_PPO']);
  expect(unknown).toEqual(['account:of-somebody-else', 'RL_PPO', 'robot:1']);
});

test('one is taken in and left out', () => {
  const { chosen } = chosenOf([], BOOKS);
  expect(toggled(chosen, 'account:paper-1')).toEqual(['model:RL_PPO', 'model:ML_XGB', 'account:paper-1']);
  expect(toggled(chosen, 'model:RL_PPO')).toEqual(['model:ML_XGB']);
});
