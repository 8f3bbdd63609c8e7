import { describe, expect, it } from 'vitest';
import { backoffMillis } from './backoff';
import { Feed, isBack, isLost, type FeedState, type SocketLike } from './feed';
import type { Change, Snapshot } from './messages';

class FakeSocket implements SocketLike {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  sent: string[] = [];
  closed = false;

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.closed = true;
  }

  says(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }
}

/** A world with a clock that moves when it is told to. */
class FakeWorld {
  time = 1_000;
  timers: { at: number; act: () => void }[] = [];
  opened: { lastSeq: number | undefined; socket: FakeSocket }[] = [];
  refusing = false;
  received: Change[][] = [];
  snapshots: Snapshot[] = [];
  states: FeedState[] = [];

  greeting: string | undefined;

  readonly feed = new Feed({
    greeting: () => this.greeting,
    open: (lastSeq) => {
      const socket = new FakeSocket();
      this.opened.push({ lastSeq, socket });
      return this.refusing ? Promise.reject(new Error('away')) : Promise.resolve(socket);
    },
    now: () => this.time,
    later: (act, millis) => {
      const timer = { at: this.time + millis, act };
      this.timers.push(timer);
      return () => {
        this.timers = this.timers.filter((each) => each !== timer);
      };
    },
    random: () => 1,
    changes: (messages) => this.received.push([...messages]),
    snapshot: (snapshot) => this.snapshots.push(snapshot),
    heard: () => undefined,
    state: (state) => this.states.push(state),
  });

  async passes(millis: number): Promise<void> {
    const until = this.time + millis;
    for (;;) {
      await Promise.resolve();
      await Promise.resolve();
      const next = this.timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) {
        break;
      }
      this.timers = this.timers.filter((timer) => timer !== next);
      this.time = Math.max(this.time, next.at);
      next.act();
    }
    this.time = until;
  }

  socket(): FakeSocket {
    const last = this.opened.at(-1);
    if (!last) {
      throw new Error('nothing was opened');
    }
    return last.socket;
  }

  seqs(): (number | undefined)[] {
    return this.received.flat().map((message) => message.seq);
  }
}

async function connected(): Promise<FakeWorld> {
  const world = new FakeWorld();
  world.feed.start();
  await world.passes(0);
  world.socket().says({ type: 'connection', timestamp: 't' });
  world
    .socket()
    .says({ type: 'snapshot', timestamp: 't', seq: 100, signals: [], prices: [], positions: [], equity: [] });
  return world;
}

const signal = (seq: number) => ({ type: 'signal', timestamp: 't', seq, symbol: 'X', strategy_code: 'A' });
const price = (seq: number) => ({ type: 'price_update', timestamp: 't', seq, symbol: 'X', price: seq });

describe('the feed', () => {
  it('asks for what comes on request on every connection, and for nothing where nobody has signed in', async () => {
    const world = await connected();
    expect(world.socket().sent).toEqual([]);

    world.greeting = '{"type":"subscribe","types":["activity"]}';
    world.feed.restart();
    await world.passes(0);
    expect(world.socket().sent).toEqual([world.greeting]);
  });

  it('hands messages on in their order, those of a burst together', async () => {
    const world = await connected();
    [101, 102, 105].forEach((seq) => world.socket().says(signal(seq)));
    expect(world.received).toEqual([]);

    await world.passes(100);

    expect(world.received).toHaveLength(1);
    expect(world.seqs()).toEqual([101, 102, 105]);
    expect(world.feed.state().phase).toBe('live');
  });

  it('drops repeats, and takes prices of the moment that carry the number before them', async () => {
    const world = await connected();
    [signal(101), signal(101), price(101), price(101), price(100), signal(99), signal(102)].forEach((message) =>
      world.socket().says(message),
    );

    await world.passes(100);

    expect(world.received.flat().map((message) => [message.type, message.seq])).toEqual([
      ['signal', 101],
      ['price_update', 101],
      ['price_update', 101],
      ['signal', 102],
    ]);
  });

  it('asks for what it missed by the last number, and goes on after the gap without doing anything twice', async () => {
    const world = await connected();
    world.socket().says(signal(101));
    world.socket().onclose?.({ code: 1006 });
    expect(world.feed.state()).toMatchObject({ phase: 'offline', attempt: 1, nextAt: 1_500 });

    await world.passes(500);

    expect(world.opened.at(-1)?.lastSeq).toBe(101);
    [signal(101), signal(104), signal(107)].forEach((message) => world.socket().says(message));
    await world.passes(100);
    expect(world.seqs()).toEqual([101, 104, 107]);
    expect(world.snapshots).toHaveLength(1);
  });

  it('takes a snapshot as it is, also one with a lower number, and forgets what waited', async () => {
    const world = await connected();
    world.socket().says(signal(101));
    world
      .socket()
      .says({ type: 'snapshot', timestamp: 't', seq: 5, signals: [], prices: [], positions: [], equity: [] });
    world.socket().says(signal(6));

    await world.passes(100);

    expect(world.snapshots.map((snapshot) => snapshot.seq)).toEqual([100, 5]);
    expect(world.seqs()).toEqual([6]);
  });

  it('is stale after 30 seconds of silence, and connects anew', async () => {
    const world = await connected();
    const first = world.socket();

    await world.passes(29_999);
    expect(world.feed.state().phase).toBe('live');
    await world.passes(1);
    expect(world.feed.state()).toEqual({ phase: 'stale', since: 1_000 });
    expect(first.closed).toBe(true);
    await world.passes(500);

    expect(world.opened).toHaveLength(2);
    world.socket().says({ type: 'heartbeat', timestamp: 't', seq: 100 });
    expect(world.feed.state().phase).toBe('live');
  });

  it('comes back for ever, at longer and longer intervals up to 15 seconds', async () => {
    const world = new FakeWorld();
    world.refusing = true;
    world.feed.start();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 8; attempt++) {
      await world.passes(0);
      const state = world.feed.state();
      if (state.phase !== 'offline') {
        throw new Error(state.phase);
      }
      waits.push(state.nextAt - world.time);
      await world.passes(state.nextAt - world.time);
    }
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 15000, 15000, 15000]);
  });

  it('does not wait when the tab is seen again', async () => {
    const world = new FakeWorld();
    world.refusing = true;
    world.feed.start();
    await world.passes(20_000);
    const attempts = world.opened.length;
    world.refusing = false;

    world.feed.nudge();
    await world.passes(0);
    world.socket().says({ type: 'connection', timestamp: 't' });

    expect(world.opened).toHaveLength(attempts + 1);
    expect(world.feed.state().phase).toBe('live');
  });

  it('asks a connection it doubts, and gives it up when nothing comes back', async () => {
    const world = await connected();
    await world.passes(17_000);
    const doubted = world.socket();

    world.feed.nudge();
    expect(doubted.sent).toEqual(['ping']);
    await world.passes(5_000);

    expect(doubted.closed).toBe(true);
    expect(world.opened).toHaveLength(2);
  });

  it('says nothing after it was stopped', async () => {
    const world = await connected();
    const socket = world.socket();
    world.feed.stop();
    socket.onclose?.({ code: 1000 });
    await world.passes(60_000);

    expect(world.opened).toHaveLength(1);
    expect(world.feed.state().phase).toBe('live');
  });
});

describe('the wait before an attempt', () => {
  it('lies between a half and all of the longest', () => {
    expect(backoffMillis(0, () => 0)).toBe(250);
    expect(backoffMillis(0, () => 1)).toBe(500);
    expect(backoffMillis(3, () => 0.5)).toBe(3000);
    expect(backoffMillis(500, () => 1)).toBe(15000);
  });
});

describe('a connection', () => {
  const live = { phase: 'live', since: 2 } as const;

  it('is lost when it lived, and not when it never did or is connected as another user', () => {
    expect(isLost(live, { phase: 'stale', since: 1 })).toBe(true);
    expect(isLost(live, { phase: 'offline', since: 1, attempt: 1, nextAt: 2 })).toBe(true);
    expect(isLost({ phase: 'stale', since: 1 }, { phase: 'offline', since: 1, attempt: 1, nextAt: 2 })).toBe(false);
    expect(isLost({ phase: 'connecting', attempt: 0, since: 1 }, { phase: 'stale', since: 1 })).toBe(false);
    expect(isLost(live, { phase: 'connecting', attempt: 0, since: 1 })).toBe(false);
  });

  it('is back after it was lost, and not when it begins', () => {
    expect(isBack({ phase: 'connecting', attempt: 0, since: 1 }, live)).toBe(false);
    expect(isBack(live, live)).toBe(false);
    expect(isBack({ phase: 'connecting', attempt: 1, since: 1 }, live)).toBe(true);
    expect(isBack({ phase: 'stale', since: 1 }, live)).toBe(true);
    expect(isBack({ phase: 'stale', since: 1 }, { phase: 'stale', since: 1 })).toBe(false);
  });
});
