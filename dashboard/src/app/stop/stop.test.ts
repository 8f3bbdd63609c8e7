import { describe, expect, it } from 'vitest';
import { consequences, lacking, progress } from './stop';

describe('a stop of trading', () => {
  it('tells its consequences in figures', () => {
    expect(consequences({ level: 'halt', orders: [{}, {}], positions: [] })).toBe(
      '2 orders will be cancelled; positions stay as they are.',
    );
    expect(consequences({ level: 'flatten', orders: [], positions: [{}] })).toBe(
      '0 orders will be cancelled, 1 position will be closed.',
    );
  });

  it('needs a reason and the word', () => {
    expect(lacking('STOP', ' ')).toBe('Give a reason first');
    expect(lacking('stop', 'flash crash')).toBe('Type STOP first');
    expect(lacking(' STOP ', 'flash crash')).toBeUndefined();
  });

  it('says where it is and what it waits for', () => {
    const orders = [{ done: true }, { done: false }];
    expect(progress({ state: 'running', orders, waiting_for: { code: 'X', message: 'the broker is silent' } })).toBe(
      'It is under way. 1 of 2 done. It waits: the broker is silent',
    );
    expect(progress({ state: 'done', orders: [{ done: true }] })).toBe('It is done. 1 of 1 done.');
    expect(progress({ state: 'superseded', superseded_by: 'b' })).toContain('b');
  });
});
