import { backoffMillis } from './backoff';
import { isOfTheMoment, parsed, type Change, type FeedMessage, type Snapshot } from './messages';

/** No heartbeat for so long: what is shown is old, and the connection is given up. */
export const STALE_MILLIS = 30_000;

/** How long an attempt may take. */
const CONNECT_MILLIS = 10_000;

/** After this silence a connection that should be alive is asked, and given up when it does not answer. */
const DOUBTFUL_MILLIS = 16_000;
const PONG_MILLIS = 5_000;

/** Messages wait so long for others, so that a burst draws the page once. */
const BATCH_MILLIS = 100;

/** The token has ended; a new one is asked for before the next attempt. */
const TOKEN_ENDED = 4001;

export type FeedState =
  | { phase: 'connecting'; attempt: number; since: number }
  | { phase: 'live'; since: number }
  /** Connected once, and nothing was heard for a while. */
  | { phase: 'stale'; since: number }
  | { phase: 'offline'; since: number; attempt: number; nextAt: number };

/** What the feed needs of a WebSocket. */
export interface SocketLike {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send: (text: string) => void;
  close: () => void;
}

export interface FeedWorld {
  /** Opens a connection; lastSeq is the last message that was seen. */
  open: (lastSeq: number | undefined) => Promise<SocketLike>;
  /** What is said first on a connection; undefined: nothing. */
  greeting?: () => string | undefined;
  now: () => number;
  later: (act: () => void, millis: number) => () => void;
  random: () => number;
  /** Changes in the order they happened, some at a time. */
  changes: (messages: readonly Change[]) => void;
  snapshot: (snapshot: Snapshot) => void;
  heard: (timestamp: string) => void;
  state: (state: FeedState) => void;
}

/** Whether a connection is lost that lived. */
export function isLost(before: FeedState, next: FeedState): boolean {
  return before.phase === 'live' && (next.phase === 'stale' || next.phase === 'offline');
}

/** Whether a connection lives again that was lost; the first one of a page is none. */
export function isBack(before: FeedState, next: FeedState): boolean {
  const wasLost =
    before.phase === 'stale' || before.phase === 'offline' || (before.phase === 'connecting' && before.attempt > 0);
  return next.phase === 'live' && wasLost;
}

/**
 * The one connection to the feed. It comes back for ever, asks for what it missed by the number of the last message, and
 * hands each message on once.
 */
export class Feed {
  private socket: SocketLike | undefined;
  private lastSeq: number | undefined;
  private failures = 0;
  private heardAt = 0;
  private lostAt: number | undefined;
  private generation = 0;
  private stopped = true;
  private cancelTimer: () => void = () => undefined;
  private cancelWatch: () => void = () => undefined;
  private cancelBatch: (() => void) | undefined;
  private waiting: Change[] = [];
  private current: FeedState;

  constructor(private readonly world: FeedWorld) {
    this.current = { phase: 'connecting', attempt: 0, since: world.now() };
  }

  start(): void {
    if (this.stopped) {
      this.stopped = false;
      this.connect();
    }
  }

  stop(): void {
    this.stopped = true;
    this.drop();
    this.cancelTimer();
  }

  /** Connects anew at once, as another user. What was missed is not asked for: it may be other news. */
  restart(): void {
    this.lastSeq = undefined;
    this.failures = 0;
    if (!this.stopped) {
      this.connect();
    }
  }

  /** The tab is seen again, the network is back, or the machine woke: no reason to wait any longer. */
  nudge(): void {
    if (this.stopped) {
      return;
    }
    if (!this.socket) {
      this.failures = 0;
      this.connect();
    } else if (this.world.now() - this.heardAt > DOUBTFUL_MILLIS) {
      this.ask(this.socket);
    }
  }

  state(): FeedState {
    return this.current;
  }

  private connect(): void {
    this.drop();
    this.cancelTimer();
    const generation = this.generation;
    this.tell({ phase: 'connecting', attempt: this.failures, since: this.lostAt ?? this.world.now() });
    this.cancelTimer = this.world.later(() => this.failed(generation), CONNECT_MILLIS);
    this.world.open(this.lastSeq).then(
      (socket) => this.opened(socket, generation),
      () => this.failed(generation),
    );
  }

  private opened(socket: SocketLike, generation: number): void {
    if (generation !== this.generation || this.stopped) {
      socket.close();
      return;
    }
    this.socket = socket;
    socket.onmessage = (event) => {
      if (generation === this.generation && typeof event.data === 'string') {
        this.take(event.data);
      }
    };
    socket.onclose = (event) => {
      if (event.code === TOKEN_ENDED && generation === this.generation) {
        this.failures = 0;
      }
      this.failed(generation);
    };
    const greeting = this.world.greeting?.();
    if (greeting !== undefined) {
      socket.send(greeting);
    }
  }

  private take(text: string): void {
    this.heardAt = this.world.now();
    this.lostAt = undefined;
    this.failures = 0;
    this.cancelTimer();
    if (this.current.phase !== 'live') {
      this.tell({ phase: 'live', since: this.heardAt });
    }
    this.watch();
    const message = parsed(text);
    if (message) {
      this.world.heard(message.timestamp);
      this.deliver(message);
    }
  }

  private deliver(message: FeedMessage): void {
    if (message.type === 'snapshot') {
      this.waiting = [];
      const snapshot = message as Snapshot;
      this.lastSeq = snapshot.seq ?? this.lastSeq;
      this.world.snapshot(snapshot);
      return;
    }
    if (['heartbeat', 'connection', 'pong', 'error'].includes(message.type)) {
      return;
    }
    if (this.isRepeat(message)) {
      return;
    }
    this.lastSeq = message.seq ?? this.lastSeq;
    this.waiting.push(message as Change);
    this.cancelBatch ??= this.world.later(() => this.flush(), BATCH_MILLIS);
  }

  /** Numbers may be left out, and never go back: one that was seen is a repeat. */
  private isRepeat(message: FeedMessage): boolean {
    if (message.seq === undefined || this.lastSeq === undefined) {
      return false;
    }
    return isOfTheMoment(message) ? message.seq < this.lastSeq : message.seq <= this.lastSeq;
  }

  private flush(): void {
    this.cancelBatch = undefined;
    const messages = this.waiting;
    this.waiting = [];
    if (messages.length > 0) {
      this.world.changes(messages);
    }
  }

  private watch(): void {
    this.cancelWatch();
    const generation = this.generation;
    this.cancelWatch = this.world.later(() => {
      if (generation === this.generation) {
        this.tell({ phase: 'stale', since: this.heardAt });
        this.lostAt = this.heardAt;
        this.connectAfterSilence();
      }
    }, STALE_MILLIS);
  }

  private connectAfterSilence(): void {
    this.drop();
    const generation = this.generation;
    this.cancelTimer = this.world.later(
      () => {
        if (generation === this.generation && !this.stopped) {
          this.connect();
        }
      },
      backoffMillis(this.failures, this.world.random),
    );
  }

  private ask(socket: SocketLike): void {
    const generation = this.generation;
    const askedAt = this.world.now();
    try {
      socket.send('ping');
    } catch {
      this.connect();
      return;
    }
    this.world.later(() => {
      if (generation === this.generation && this.heardAt < askedAt) {
        this.connect();
      }
    }, PONG_MILLIS);
  }

  private failed(generation: number): void {
    if (generation !== this.generation || this.stopped) {
      return;
    }
    this.flushNow();
    this.drop();
    this.lostAt ??= this.heardAt || this.world.now();
    const wait = backoffMillis(this.failures, this.world.random);
    this.failures += 1;
    this.tell({
      phase: 'offline',
      since: this.lostAt,
      attempt: this.failures,
      nextAt: this.world.now() + wait,
    });
    this.cancelTimer();
    this.cancelTimer = this.world.later(() => this.connect(), wait);
  }

  private flushNow(): void {
    this.cancelBatch?.();
    this.flush();
  }

  private drop(): void {
    this.generation += 1;
    this.cancelWatch();
    const socket = this.socket;
    this.socket = undefined;
    socket?.close();
  }

  private tell(state: FeedState): void {
    this.current = state;
    this.world.state(state);
  }
}
