import { afterEach, describe, expect, it, vi } from 'vitest';
import { send } from './clients';
import { silence, Silence } from './silence';

describe('a silence', () => {
  it('is told of when it ends, and once', () => {
    const own = new Silence();
    const ended = vi.fn();
    own.whenEnded(ended);

    own.ended('ledger-service');
    expect(ended).not.toHaveBeenCalled();

    own.began('ledger-service');
    own.began('ledger-service');
    own.ended('risk-service');
    expect(ended).not.toHaveBeenCalled();
    own.ended('ledger-service');
    own.ended('ledger-service');
    expect(ended).toHaveBeenCalledOnce();
  });

  it('is not told of to who does not listen any more', () => {
    const own = new Silence();
    const ended = vi.fn();
    own.whenEnded(ended)();

    own.began('ledger-service');
    own.ended('ledger-service');

    expect(ended).not.toHaveBeenCalled();
  });
});

describe('a service that is asked', () => {
  afterEach(() => vi.unstubAllGlobals());

  const asked = async (answer: () => Promise<Response>) => {
    vi.stubGlobal('fetch', answer);
    const ended = vi.fn();
    const stop = silence.whenEnded(ended);
    await send('ledger-service', new Request('http://localhost/x')).catch(() => undefined);
    stop();
    return ended.mock.calls.length;
  };
  const status = (code: number) => () => Promise.resolve(new Response('{}', { status: code }));
  const nobody = () => Promise.reject(new TypeError('failed to fetch'));

  it('is silent when the gateway does not reach it, and speaks with its next answer', async () => {
    expect(await asked(status(200))).toBe(0);
    expect(await asked(status(503))).toBe(0);
    expect(await asked(status(503))).toBe(0);
    expect(await asked(status(200))).toBe(1);
    expect(await asked(status(200))).toBe(0);
  });

  it('speaks when it refuses', async () => {
    await asked(status(504));
    expect(await asked(status(404))).toBe(1);
  });

  it('says nothing of the gateway when that is gone, which speaks with any answer', async () => {
    expect(await asked(nobody)).toBe(0);
    expect(await asked(status(503))).toBe(1);
    expect(await asked(status(200))).toBe(1);
  });
});
