import { expect, test } from 'vitest';
import { sentence, typedLimits } from './risk';

const TYPED = {
  daily_loss_percent: '5',
  drawdown_percent: '15',
  position_size_percent: '5',
  margin_percent: '80',
  correlation: '0,7',
  currency_exposure_percent: '300',
};

test('each kind of event is a sentence, and so is one that this version does not know', () => {
  expect(sentence({ type: 'BREACH', breach: { check: 'daily_loss', measured: 5.2, limit: 5 } })).toBe(
    'daily loss at 5.2, the limit is 5',
  );
  expect(
    sentence({ type: 'STATE_CHANGE', state: { scope: 'ACCOUNT', id: 'main', from: 'ACTIVE', to: 'HALTED' } }),
  ).toBe('account main: active to halted');
  expect(sentence({ type: 'STATE_CHANGE', state: { scope: 'ALL', from: 'ACTIVE', to: 'HALTED' } })).toBe(
    'all: active to halted',
  );
  const from = { ...(typedLimits(TYPED) as never as Record<string, number>) } as never;
  expect(
    sentence({ type: 'LIMIT_CHANGE', limits: { from, to: { ...(from as object), margin_percent: 60 } as never } }),
  ).toBe('limits: margin 80 to 60');
  expect(sentence({ type: 'HIGH_WATER_MARK_CHANGE', high_water_mark: { from: 1, to: 2 } })).toBe(
    'highest equity: 1 to 2',
  );
  expect(sentence({ type: 'SOMETHING_NEW' as never })).toBe('something new');
});

test('limits are numbers above 0', () => {
  expect(typedLimits(TYPED)).toMatchObject({ correlation: 0.7, margin_percent: 80 });
  expect(typedLimits({ ...TYPED, margin_percent: '' })).toEqual({ fault: 'Margin takes a number above 0' });
  expect(typedLimits({ ...TYPED, drawdown_percent: '-1' })).toEqual({ fault: 'Drawdown takes a number above 0' });
});
