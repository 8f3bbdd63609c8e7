import { QueryClient } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keys } from '@/api/keys';
import { applyChanges, applySnapshot, type Prices } from './apply';
import type { SignalMessage } from './messages';

const signal = (change: Partial<SignalMessage>): SignalMessage => ({
  type: 'signal',
  timestamp: '2026-03-02T10:05:00Z',
  symbol: 'EURUSD.SIM',
  timeframe: 'M5',
  label: 'SIMULATED',
  strategy_code: 'RL_PPO',
  signal: 'long',
  side: 'buy',
  confidence: 0.7,
  ...change,
});

describe('messages in the cache', () => {
  let cache: QueryClient;

  beforeEach(() => {
    cache = new QueryClient();
    cache.setQueryData(keys.models.latest(undefined), {
      symbol: 'EURUSD.SIM',
      timeframe: 'M5',
      run: 0,
      signals: [
        { strategy_code: 'RL_PPO', side: 'hold', timestamp: '2026-03-02T10:00:00Z', stop_loss: 1.07, age_seconds: 300 },
        { strategy_code: 'ML_XGB', side: 'sell', timestamp: '2026-03-02T10:00:00Z' },
      ],
    });
  });

  const rows = () => cache.getQueryData<{ signals: { side: string }[] }>(keys.models.latest(undefined))?.signals;

  it('replace the signal of their model, with nothing left of the bar before', () => {
    applyChanges(cache, [signal({})]);

    expect(rows()?.[0]).toMatchObject({ strategy_code: 'RL_PPO', side: 'buy', confidence: 0.7 });
    expect(rows()?.[0]).toHaveProperty('stop_loss', undefined);
    expect(rows()?.[1]).toMatchObject({ strategy_code: 'ML_XGB', side: 'sell' });
  });

  it('leave what is newer, of another series or of a model nobody shows as it is', () => {
    const before = rows();
    applyChanges(cache, [
      signal({ timestamp: '2026-03-02T09:55:00Z' }),
      signal({ timeframe: 'H1' }),
      signal({ symbol: 'XAUUSD' }),
      signal({ strategy_code: 'NEW_MODEL' }),
    ]);

    expect(rows()).toEqual(before);
  });

  it('keep the newest price of each symbol', () => {
    const price = (symbol: string, value: number) => ({
      type: 'price_update' as const,
      timestamp: 't',
      label: 'SIMULATED',
      symbol,
      price: value,
    });
    applyChanges(cache, [price('A', 1), price('B', 2), price('A', 3)]);
    applyChanges(cache, [price('B', 4)]);

    const prices = cache.getQueryData<Prices>(keys.models.prices);
    expect(prices?.A?.price).toBe(3);
    expect(prices?.B?.price).toBe(4);
  });

  it('have what they make old read again, once for a batch, and let unknown types pass', () => {
    const invalidate = vi.spyOn(cache, 'invalidateQueries');
    applyChanges(cache, [
      { type: 'lifecycle', timestamp: 't' },
      { type: 'rebalancing', timestamp: 't' },
      { type: 'approval', timestamp: 't' },
      { type: 'something_of_next_year', timestamp: 't' },
    ]);

    expect(invalidate.mock.calls.map(([filter]) => filter?.queryKey)).toEqual([['portfolio'], ['approvals']]);
  });

  it('have the history read again after a signal, and the trades after a position', () => {
    const invalidate = vi.spyOn(cache, 'invalidateQueries');
    applyChanges(cache, [
      signal({}),
      {
        type: 'position_update',
        timestamp: 't',
        label: 'SIMULATED',
        symbol: 'X',
        strategy_code: 'RL_PPO',
        position_id: 1,
        action: 'closed',
        side: 'long',
        unrealized_pnl: 0,
        status: 'closed',
      },
    ]);

    expect(invalidate.mock.calls.map(([filter]) => filter?.queryKey)).toEqual([
      ['models', 'signals'],
      ['models', 'positions'],
      ['models', 'trades'],
    ]);
  });

  it('read everything again after a snapshot', () => {
    const invalidate = vi.spyOn(cache, 'invalidateQueries');
    applySnapshot(cache, {
      type: 'snapshot',
      timestamp: 't',
      seq: 1,
      signals: [],
      prices: [],
      positions: [],
      equity: [],
    });

    expect(invalidate).toHaveBeenCalledOnce();
  });
});
