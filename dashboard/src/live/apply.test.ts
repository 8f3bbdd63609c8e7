import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keys } from '@/api/keys';
import { applyChanges, applyMissed, applySnapshot, type Prices } from './apply';
import type { SignalMessage } from './messages';
import { Refresher } from './refresher';

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
  let refresher: Refresher;

  beforeEach(() => {
    cache = new QueryClient();
    refresher = new Refresher(cache);
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
    applyChanges(cache, refresher, [signal({})]);

    expect(rows()?.[0]).toMatchObject({ strategy_code: 'RL_PPO', side: 'buy', confidence: 0.7 });
    expect(rows()?.[0]).toHaveProperty('stop_loss', undefined);
    expect(rows()?.[1]).toMatchObject({ strategy_code: 'ML_XGB', side: 'sell' });
  });

  it('have what showed nothing of them read: a first signal of a model, a first equity of a symbol', () => {
    const curves = keys.models.curves('EURUSD.SIM', 24, '1h');
    const past = [...keys.models.curves('EURUSD.SIM', 720, '1h'), 3];
    const drawn = keys.models.curves('EURUSD.SIM', 168, '1h');
    const empty = { symbol: 'EURUSD.SIM', curves: [{ strategy_code: 'RL_PPO', data: [] }] };
    cache.setQueryData(curves, empty);
    cache.setQueryData(past, { ...empty, run: 3 });
    cache.setQueryData(drawn, { ...empty, curves: [{ strategy_code: 'RL_PPO', data: [{ equity_value: 1 }] }] });
    const worth = { timestamp: '2026-03-02T10:05:00Z', timeframe: 'M5', label: 'SIMULATED' };
    const told = (symbol: string) =>
      applyChanges(cache, refresher, [{ ...worth, type: 'equity_update', symbol, equity_curves: { RL_PPO: 2 } }]);
    const isOld = (key: readonly unknown[]) => cache.getQueryState(key)?.isInvalidated;

    told('XAUUSD.SIM');
    applyChanges(cache, refresher, [signal({})]);
    expect(isOld(curves)).toBe(false);
    expect(isOld(keys.models.latest(undefined))).toBe(false);

    told('EURUSD.SIM');
    applyChanges(cache, refresher, [signal({ strategy_code: 'NEW' })]);
    expect(isOld(curves)).toBe(true);
    expect(isOld(past)).toBe(false);
    expect(isOld(drawn)).toBe(false);
    expect(isOld(keys.models.latest(undefined))).toBe(true);
  });

  it('leave what is newer, of another series or of a model nobody shows as it is', () => {
    const before = rows();
    applyChanges(cache, refresher, [
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
    applyChanges(cache, refresher, [price('A', 1), price('B', 2), price('A', 3)]);
    applyChanges(cache, refresher, [price('B', 4)]);

    const prices = cache.getQueryData<Prices>(keys.models.prices);
    expect(prices?.A?.price).toBe(3);
    expect(prices?.B?.price).toBe(4);
  });

  it('have what they make old read again, once for a batch, and let unknown types pass', () => {
    const refresh = vi.spyOn(refresher, 'refresh');
    applyChanges(cache, refresher, [
      { type: 'lifecycle', timestamp: 't' },
      { type: 'rebalancing', timestamp: 't' },
      { type: 'approval', timestamp: 't' },
      { type: 'something_of_next_year', timestamp: 't' },
    ]);

    expect(refresh.mock.calls.map(([key]) => key)).toEqual([['portfolio'], ['approvals']]);
  });

  it('have the history read again after a signal, and the trades after a position', () => {
    const refresh = vi.spyOn(refresher, 'refresh');
    applyChanges(cache, refresher, [
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

    expect(refresh.mock.calls.map(([key]) => key)).toEqual([
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

  describe('of trading', () => {
    const told = (type: string, data?: unknown) => ({ type, timestamp: 't', seq: 1, data });
    const madeOld = (type: string, data?: unknown) => {
      const refresh = vi.spyOn(refresher, 'refresh');
      applyChanges(cache, refresher, [told(type, data)]);
      return refresh.mock.calls.map(([key]) => key);
    };

    it('order: has orders, books and limits read again', () => {
      expect(madeOld('order')).toEqual([['orchestrator'], ['ledger'], ['risk']]);
    });

    it('risk_state: has limits and states read again', () => {
      expect(madeOld('risk_state')).toEqual([['risk']]);
    });

    it('cycle: has cycles and portfolios read again', () => {
      expect(madeOld('cycle')).toEqual([['orchestrator'], ['ledger']]);
    });

    it('notification: has the list and the count read again', () => {
      expect(madeOld('notification')).toEqual([['notifications']]);
    });

    it('account: stands in place, unless it is older; its positions are read again after a fill', () => {
      cache.setQueryData(keys.ledger.accounts, [
        { id: 'main', equity: 10, sequence: 5 },
        { id: 'other', equity: 1, sequence: 1 },
      ]);
      cache.setQueryData(keys.ledger.account('main'), { id: 'main', equity: 10, sequence: 5 });

      expect(madeOld('account', { account: { id: 'main', equity: 11, sequence: 6 } })).toEqual([]);
      applyChanges(cache, refresher, [told('account', { account: { id: 'main', equity: 9, sequence: 4 } })]);

      expect(cache.getQueryData(keys.ledger.account('main'))).toMatchObject({ equity: 11 });
      expect(cache.getQueryData(keys.ledger.accounts)).toMatchObject([{ equity: 11 }, { equity: 1 }]);
      expect(madeOld('account', { account: { id: 'main', sequence: 7 }, fill: {} })).toEqual([
        keys.ledger.positions('main'),
      ]);
    });

    it('account: of one that nobody shows, and without data, changes nothing', () => {
      expect(madeOld('account', { account: { id: 'new', sequence: 1 } })).toEqual([]);
      expect(madeOld('account')).toEqual([]);
      expect(cache.getQueryData(keys.ledger.account('new'))).toBeUndefined();
    });

    it('job_progress: stands in its row, and one that is new is read', () => {
      cache.setQueryData(keys.models.jobs, { jobs: [{ job_id: 2, state: 'RUNNING' }, { job_id: 1 }] });

      expect(madeOld('job_progress', { job_id: 2, state: 'DONE' })).toEqual([]);
      expect(cache.getQueryData(keys.models.jobs)).toEqual({ jobs: [{ job_id: 2, state: 'DONE' }, { job_id: 1 }] });
      expect(madeOld('job_progress', { job_id: 3 })).toEqual([keys.models.jobs]);
    });

    it('activity: goes to the head of the lists it belongs to, once', () => {
      const all = { kind: 'all', account: '', symbol: '', strategy: '', trace: '', from: '', to: '' };
      const list = (entries: object[]) => ({ pages: [{ entries }, { entries: [{ activity_id: 1 }] }], pageParams: [] });
      const old = { activity_id: 2, at: '2026-03-02T10:00:00Z', kind: 'CYCLE' };
      cache.setQueryData(keys.activity.list(all, 100), list([old]));
      cache.setQueryData(keys.activity.list({ ...all, kind: 'ORDER' }, 100), list([old]));
      const fill = { activity_id: 3, at: '2026-03-02T10:05:00Z', kind: 'FILL' };

      applyChanges(cache, refresher, [told('activity', fill), told('activity', old), told('activity')]);
      applyChanges(cache, refresher, [told('activity', fill)]);

      expect(cache.getQueryData(keys.activity.list(all, 100))).toEqual(list([fill, old]));
      expect(cache.getQueryData(keys.activity.list({ ...all, kind: 'ORDER' }, 100))).toEqual(list([old]));
    });

    it('activity: a list that has grown long is read again', () => {
      const filter = { kind: 'all', account: '', symbol: '', strategy: '', trace: '', from: '', to: '' };
      const lines = Array.from({ length: 500 }, (_, line) => ({ activity_id: line, at: '2026-03-02T10:00:00Z' }));
      cache.setQueryData(keys.activity.list(filter, 100), { pages: [{ entries: lines }], pageParams: [] });

      expect(madeOld('activity', { activity_id: 500, at: '2026-03-02T10:05:00Z', kind: 'FILL' })).toEqual([
        keys.activity.all,
      ]);
    });

    it('activity: a list that is being read is read again, as its answer may lack the line', async () => {
      vi.useFakeTimers();
      const filter = { kind: 'all', account: '', symbol: '', strategy: '', trace: '', from: '', to: '' };
      const key = keys.activity.list(filter, 100);
      let answers = 0;
      const read = () =>
        new Promise((done) =>
          setTimeout(() => done({ pages: [{ entries: [{ activity_id: ++answers }] }], pageParams: [] }), 50),
        );
      const observer = new QueryObserver(cache, { queryKey: key, queryFn: read });
      const stop = observer.subscribe(() => undefined);
      await vi.advanceTimersByTimeAsync(20);

      applyChanges(cache, refresher, [told('activity', { activity_id: 9, kind: 'FILL' })]);
      await vi.advanceTimersByTimeAsync(40);
      expect(answers).toBe(1);
      await vi.advanceTimersByTimeAsync(5_000);

      expect(answers).toBe(2);
      stop();
      vi.useRealTimers();
    });

    it('activity: a decision makes the list of decisions old', () => {
      expect(madeOld('activity', { activity_id: 4, kind: 'FILL' })).toEqual([]);
      expect(madeOld('activity', { activity_id: 3, kind: 'DECISION' })).toEqual([keys.orchestrator.decisions]);
    });

    it('has all of it read again where some may have been missed', async () => {
      const invalidate = vi.spyOn(cache, 'invalidateQueries');
      await applyMissed(cache);
      expect(invalidate.mock.calls.map(([filter]) => filter?.queryKey)).toContainEqual(['activity']);
    });
  });
});
