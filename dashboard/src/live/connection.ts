import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { data, models } from '@/api/clients';
import { silence } from '@/api/silence';
import { serverClock } from '@/time/clock';
import { applyChanges, applyMissed, applySnapshot, readFailed, readModels } from './apply';
import { Feed, isBack, isLost, type FeedState, type SocketLike } from './feed';
import { TYPES } from './messages';
import { Refresher } from './refresher';

/** A clock that jumps by more than this stood still: the machine slept. */
const SLEPT_MILLIS = 5_000;
const LOOK_MILLIS = 2_000;

let state: FeedState = { phase: 'connecting', attempt: 0, since: Date.now() };
let feed: Feed | undefined;
const listeners = new Set<() => void>();

export interface Connection {
  /** Connects anew, because somebody has signed in or out. */
  restart: () => void;
  stop: () => void;
}

/** Opens the one connection of this tab and keeps it. */
export function connectFeed(cache: QueryClient, isSignedIn: () => boolean): Connection {
  const refresher = new Refresher(cache);
  const own = new Feed({
    open: (lastSeq) => open(lastSeq, isSignedIn()),
    greeting: () => (isSignedIn() ? greeted(cache) : undefined),
    now: Date.now,
    later: (act, millis) => {
      const timer = setTimeout(act, millis);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    changes: (messages) => applyChanges(cache, refresher, messages),
    snapshot: (snapshot) => applySnapshot(cache, snapshot),
    heard: (timestamp) => serverClock.notBefore(Date.parse(timestamp)),
    state: (next) => {
      if (isLost(state, next)) {
        readModels(cache);
      } else if (isBack(state, next)) {
        readFailed(cache);
      }
      state = next;
      listeners.forEach((listener) => listener());
    },
  });
  feed = own;
  own.start();
  const stopWatching = watch(own);
  return {
    restart: () => own.restart(),
    stop: () => {
      stopWatching();
      own.stop();
    },
  };
}

/** Asks for what comes on request alone. What of it was missed is not sent again, and is read anew. */
function greeted(cache: QueryClient): string {
  void applyMissed(cache);
  return JSON.stringify({ type: 'subscribe', types: TYPES });
}

/** A browser sends no header with a WebSocket: a ticket stands for the token, once. */
async function open(lastSeq: number | undefined, signedIn: boolean): Promise<SocketLike> {
  const url = new URL('/ws/trading-signals', location.origin);
  url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  if (signedIn) {
    const ticket = await data(models.POST('/api/models/stream-tickets'));
    url.searchParams.set('ticket', ticket.ticket ?? '');
  }
  if (lastSeq !== undefined) {
    url.searchParams.set('last_seq', String(lastSeq));
  }
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.onopen = () => resolve(socket as SocketLike);
    socket.onclose = () => reject(new Error('the feed did not open'));
  });
}

function watch(own: Feed): () => void {
  const nudge = () => own.nudge();
  const seen = () => {
    if (document.visibilityState === 'visible') {
      nudge();
    }
  };
  let looked = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    if (now - looked > LOOK_MILLIS + SLEPT_MILLIS) {
      nudge();
    }
    looked = now;
  }, LOOK_MILLIS);
  // What is offline is asked more often than the feed tries: what answers can be connected to.
  const stopListening = silence.whenEnded(() => {
    if (own.state().phase === 'offline') {
      nudge();
    }
  });
  window.addEventListener('online', nudge);
  document.addEventListener('visibilitychange', seen);
  return () => {
    clearInterval(timer);
    stopListening();
    window.removeEventListener('online', nudge);
    document.removeEventListener('visibilitychange', seen);
  };
}

/** Whether what the feed brings is of now. */
export function useFeedState(): FeedState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => state,
  );
}

export function retryFeed(): void {
  feed?.nudge();
}
