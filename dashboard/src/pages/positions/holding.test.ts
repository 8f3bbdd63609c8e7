import { expect, test } from 'vitest';
import { ofAccount, ofModel, ofPortfolio, onTheWay } from './holding';

test('the mark is somewhere between stop and target, of a short position too', () => {
  expect(onTheWay({ mark: 1.1, stop: 1.0, target: 1.2 })).toBeCloseTo(0.5);
  expect(onTheWay({ mark: 1.1, stop: 1.2, target: 0.8 })).toBeCloseTo(0.25);
  expect(onTheWay({ mark: 0.9, stop: 1.0, target: 1.2 })).toBe(0);
  expect(onTheWay({ mark: 1.1, stop: undefined, target: 1.2 })).toBeUndefined();
  expect(onTheWay({ mark: 1.1, stop: 1.2, target: 1.2 })).toBeUndefined();
});

test('positions of all three owners have one shape', () => {
  expect(ofAccount('main', 'PAPER', { symbol: 'EURUSD', direction: 'LONG', lots: 0.4 })).toMatchObject({
    owner: 'account',
    of: 'main',
    unit: 'lots',
    volume: 0.4,
    label: 'PAPER',
  });
  expect(ofPortfolio('Bets', { position_id: 'p', market_id: 'm', outcome: 'YES', shares: 128.21 })).toMatchObject({
    owner: 'portfolio',
    symbol: 'm',
    side: 'YES',
    unit: 'shares',
  });
  expect(ofModel('EURUSD', { strategy_code: 'ML_XGB', position_id: 1, label: 'PAPER' })).toMatchObject({
    owner: 'model',
    of: 'ML_XGB',
    symbol: 'EURUSD',
  });
});
