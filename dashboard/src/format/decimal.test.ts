import { describe, expect, it } from 'vitest';
import { decimal, decimalsOf, plain, signum } from './decimal';
import { age, duration, formatted } from './units';

describe('decimal', () => {
  it('keeps every digit of a price with twelve', () => {
    expect(decimal(1234567.12345)).toBe('1,234,567.12345');
    expect(decimal(0.123456789012)).toBe('0.123456789012');
    expect(decimal('98765432.100000000000')).toBe('98,765,432.100000000000');
    expect(plain('123456789012.34567890123')).toBe('123456789012.34567890123');
  });

  it('writes what the browser would write with an exponent as a plain decimal', () => {
    expect(decimal(1e-7)).toBe('0.0000001');
    expect(decimal(-1.5e-9)).toBe('−0.0000000015');
    expect(decimal(1.2e21)).toBe('1,200,000,000,000,000,000,000');
    expect(plain(-2.5e-8)).toBe('-0.000000025');
  });

  it('rounds half to even', () => {
    expect(decimal('0.125', { decimals: 2 })).toBe('0.12');
    expect(decimal('0.135', { decimals: 2 })).toBe('0.14');
    expect(decimal('0.1250001', { decimals: 2 })).toBe('0.13');
    expect(decimal('999.995', { decimals: 2 })).toBe('1,000.00');
    expect(decimal('2.5', { decimals: 0 })).toBe('2');
    expect(decimal('3.5', { decimals: 0 })).toBe('4');
    expect(decimal('-0.004', { decimals: 2, signed: true })).toBe('0.00');
  });

  it('says nothing of what is no number', () => {
    expect(decimal(undefined)).toBeUndefined();
    expect(decimal(null)).toBeUndefined();
    expect(decimal(Number.NaN)).toBeUndefined();
    expect(decimal(Number.POSITIVE_INFINITY)).toBeUndefined();
    expect(decimal('n/a')).toBeUndefined();
  });

  it('knows signs and the decimals of several', () => {
    expect(signum('-0.00')).toBe(0);
    expect(signum(-0.01)).toBe(-1);
    expect(signum('3')).toBe(1);
    expect(decimalsOf([1.0835, 1.1, undefined, 1.08])).toBe(4);
  });
});

describe('formatted', () => {
  it('reads a figure by its kind', () => {
    expect(formatted(-353.74, 'money', { signed: true })).toBe('−353.74');
    expect(formatted(0.0364, 'fraction')).toBe('3.64 %');
    expect(formatted(-0.5, 'fraction')).toBe('−50.00 %');
    expect(formatted(22.8, 'percent', { decimals: 1 })).toBe('22.8 %');
    expect(formatted(0.3569, 'ratio', { decimals: 4 })).toBe('0.3569');
    expect(formatted(1.08350001, 'price')).toBe('1.08350001');
    expect(formatted(8640, 'count')).toBe('8,640');
    expect(formatted(undefined, 'money')).toBeUndefined();
  });

  it('tells time spans', () => {
    expect(duration(42)).toBe('42 s');
    expect(duration(61)).toBe('1 min 1 s');
    expect(duration(12_000)).toBe('3 h 20 min');
    expect(duration(86_400)).toBe('1 d');
    expect(age(3_700)).toBe('1 h');
    expect(age(-4)).toBe('0 s');
  });
});
