import { expect, test } from 'vitest';
import { ofBooks, ofModel } from './comparison';

const ACCOUNT = { key: 'account:a', kind: 'account' as const, id: 'a', name: 'a' };

test('an account has the figures of its curve, its trades and its books under the names of the models', () => {
  const row = ofBooks(
    ACCOUNT,
    {
      currency: 'EUR',
      end_equity: 990,
      summary: { total_return_pct: -1, unavailable: [{ field: 'sharpe_ratio', reason: 'TOO_FEW_RETURNS' }] },
      trades: { total_trades: 3, win_rate: 0.5, unavailable: [{ field: 'profit_factor', reason: 'NO_LOSSES' }] },
    },
    { drawdown: -2, open: 1, unread: undefined },
  );
  expect(row.figures).toEqual({
    total_return_pct: -1,
    current_drawdown_pct: -2,
    win_rate: 0.5,
    total_trades: 3,
    open_positions: 1,
    current_equity: 990,
  });
  expect(row.currency).toBe('EUR');
  expect(row.why('sharpe_ratio')).toBe('too few returns');
  expect(row.why('profit_factor')).toBe('no losses');
  expect(row.why('verdict')).toBe('Only a model has one');
  expect(row.why('daily_return_pct')).toContain('models only');
});

test('what could not be read says why in every cell', () => {
  const row = ofBooks(ACCOUNT, undefined, { drawdown: undefined, open: undefined, unread: 'It is away' });
  expect(row.figures).toEqual({});
  expect(row.why('total_return_pct')).toBe('It is away');
  expect(row.why('total_trades')).toBe('It is away');
});

test('a model that is too young has its reasons', () => {
  const row = ofModel(
    { key: 'model:X', kind: 'model', id: 'X', name: 'X' },
    { strategy_code: 'X', total_trades: 0, unavailable: [{ field: 'calmar_ratio', reason: 'TOO_FEW_RETURNS' }] },
    'PAPER',
  );
  expect(row.figures).toEqual({ total_trades: 0 });
  expect(row.why('calmar_ratio')).toBe('too few returns');
});
