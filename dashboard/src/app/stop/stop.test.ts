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

  it('tells what it means for portfolios', () => {
    const portfolios = [
      { portfolio_id: 7, positions: 2, unmarked_positions: 1 },
      { portfolio_id: 8, positions: 0, unmarked_positions: 0 },
    ];
    expect(consequences({ level: 'entries', orders: [], positions: [], portfolios })).toBe(
      '0 orders will be cancelled; positions stay as they are. 2 portfolios will open nothing new.',
    );
    expect(consequences({ level: 'flatten', orders: [], positions: [], portfolios })).toBe(
      '0 orders will be cancelled, 0 positions will be closed. 2 portfolios will open nothing new. 1 portfolio will be paused and 2 positions sold at the newest bid; for 1 of them nobody bids.',
    );
    const portfolios_reason = { code: 'STOP_PORTFOLIOS_UNKNOWN', message: 'The books do not answer.' };
    expect(consequences({ level: 'flatten', orders: [], positions: [], portfolios_reason })).toContain(
      'What portfolios hold is not known: The books do not answer.',
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
    expect(progress({ state: 'done', orders: [{ done: true }], shares: [{ done: false }] })).toBe(
      'It is done. 1 of 2 done.',
    );
    expect(progress({ state: 'superseded', superseded_by: 'b' })).toContain('b');
  });
});
