import { expect, test } from 'vitest';
import { EXAMPLE, asCurl, fault, requestOf, steps, unexecutable } from './decide';

const TYPED = { ...EXAMPLE, price: '1.0835' };

test('the request has what was typed, and nothing else', () => {
  expect(requestOf(TYPED, 'main')).toEqual({
    symbol: 'EURUSD',
    current_price: 1.0835,
    risk_strategy: 'fixed_risk',
    account_id: 'main',
    risk_percent: 2,
    stop_loss_pips: 50,
  });
  expect(requestOf({ ...TYPED, side: 'SELL', strategy: 'fixed_lot', lots: '0.4' }, undefined)).toEqual({
    symbol: 'EURUSD',
    current_price: 1.0835,
    risk_strategy: 'fixed_lot',
    side: 'SELL',
    stop_loss_pips: 50,
    lots: 0.4,
  });
});

test('example readings are sent where they are chosen', () => {
  expect(requestOf({ ...TYPED, view: 'example readings' }, undefined)).toMatchObject({ indicators: { rsi: 35 } });
  expect(requestOf(TYPED, undefined)).not.toHaveProperty('indicators');
});

test('what cannot be sent is told by its name', () => {
  expect(fault(TYPED)).toBeUndefined();
  expect(fault(EXAMPLE)).toBe('Price takes a number above 0');
  expect(fault({ ...TYPED, risk: 'much' })).toBe('Risk takes a number above 0');
  expect(fault({ ...TYPED, symbol: ' ' })).toBe('It takes a symbol');
  expect(fault({ ...TYPED, strategy: 'fixed_lot' })).toBe('A fixed volume takes the volume');
});

test('a decision that cannot be executed says why', () => {
  expect(unexecutable(undefined)).toBe('Analyze first');
  expect(unexecutable({ can_execute: true })).toBeUndefined();
  expect(unexecutable({ can_execute: false, reasons: [{ code: 'X', message: 'No signal' }] })).toBe('No signal');
  expect(unexecutable({ can_execute: false, decision: 'HOLD' })).toBe('The decision is hold');
});

test('the request can be copied for a terminal, quotes and all', () => {
  expect(asCurl('http://localhost:8000', { symbol: "O'X", current_price: 1 })).toContain(
    String.raw`-d '{"symbol":"O'\''X","current_price":1}'`,
  );
});

test('steps are in the order they were taken', () => {
  expect(steps({ timings_ms: { total: 9, risk: 3, brain: 1, sizing: 2 } }).map(([name]) => name)).toEqual([
    'brain',
    'sizing',
    'risk',
    'total',
  ]);
});
