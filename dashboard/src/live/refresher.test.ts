import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refresher } from './refresher';

describe('what news made old', () => {
  let cache: QueryClient;
  let refresher: Refresher;
  let asked: number;
  let answerAfter: number;
  let stop: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    cache = new QueryClient();
    refresher = new Refresher(cache);
    asked = 0;
    answerAfter = 10;
  });

  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  const shown = async (key: readonly string[]) => {
    const observer = new QueryObserver(cache, {
      queryKey: key,
      queryFn: () => {
        asked++;
        const answer = asked;
        return new Promise<number>((done) => setTimeout(() => done(answer), answerAfter));
      },
    });
    stop = observer.subscribe(() => undefined);
    await vi.advanceTimersByTimeAsync(answerAfter);
    return () => observer.getCurrentResult().data;
  };

  it('is read again at once, and then once a second for all of them', async () => {
    await shown(['orders', 'open']);

    refresher.refresh(['orders']);
    await vi.advanceTimersByTimeAsync(20);
    expect(asked).toBe(2);

    for (let i = 0; i < 8; i++) {
      refresher.refresh(['orders']);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(asked).toBe(2);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toBe(3);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toBe(3);
  });

  it('is answered though it takes longer than the next news, and asked for once more after that', async () => {
    const answer = await shown(['orders']);
    answerAfter = 2_500;

    refresher.refresh(['orders']);
    for (let i = 0; i < 24; i++) {
      await vi.advanceTimersByTimeAsync(100);
      refresher.refresh(['orders']);
    }
    expect(asked).toBe(2);
    await vi.advanceTimersByTimeAsync(200);
    expect(answer()).toBe(2);

    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toBe(3);
    expect(answer()).toBe(3);
  });

  it('is not read again with another that hangs', async () => {
    await shown(['orders', 'open']);
    const hanging = new QueryObserver(cache, { queryKey: ['orders'], queryFn: () => new Promise(() => undefined) });
    const stopShown = stop;
    const stopHanging = hanging.subscribe(() => undefined);
    stop = () => [stopShown, stopHanging].forEach((each) => each());

    refresher.refresh(['orders']);
    await vi.advanceTimersByTimeAsync(10_000);

    expect(asked).toBe(2);
  });

  it('is left alone where nothing was said of it', async () => {
    await shown(['accounts']);

    refresher.refresh(['orders']);
    await vi.advanceTimersByTimeAsync(2_000);

    expect(asked).toBe(1);
  });
});
