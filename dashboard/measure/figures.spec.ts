import { writeFileSync } from 'node:fs';
import type { CDPSession, Page, WebSocketRoute } from '@playwright/test';
import { expect, PAGES, signIn, test, visit } from '../e2e/suite';

/** Where the figures go, how long the memory is watched, and how many messages a second come meanwhile. */
const file = process.env.MEASURE_FILE ?? 'target/figures.json';
const minutes = Number(process.env.MEASURE_MINUTES ?? '3');
const perSecond = Number(process.env.MEASURE_PER_SECOND ?? '20');

const LOADS = 10;
const POINTS = 8_640;
const FIVE_MINUTES_MILLIS = 300_000;
const MODELS = ['RL_PPO', 'ML_XGB', 'ML_LGBM', 'LLM_CLAUDE', 'ENSEMBLE'];
const TRADES = 10_000;

/** What the simulated feed of a suite says in an hour, and how much of it is said at once here, ten times a second. */
const SIMULATED_HOURS = 8;
const MESSAGES_OF_AN_HOUR = 21_600;
const MESSAGES_OF_A_BAR = MESSAGES_OF_AN_HOUR / 12;
const MESSAGES_AT_ONCE = 90;
const LINES_OF_A_BAR = 20;

/** Milliseconds, or what the name says. */
const figures: Record<string, number[]> = {};

function note(name: string, ...values: number[]): void {
  (figures[name] ??= []).push(...values);
  writeFileSync(file, JSON.stringify(figures));
}

/** The feed of a page, to put messages into as if they came from the server. */
interface Feed {
  say: (message: object) => void;
}

async function tapped(page: Page): Promise<Feed> {
  let client: WebSocketRoute | undefined;
  let seq = 0;
  await page.routeWebSocket(/trading-signals/, (route) => {
    client = route;
    const server = route.connectToServer();
    server.onMessage((text) => {
      seq = (JSON.parse(String(text)) as { seq?: number }).seq ?? seq;
      route.send(text);
    });
    route.onMessage((text) => server.send(text));
  });
  return { say: (message) => client?.send(JSON.stringify({ ...message, seq })) };
}

/** What the simulated feed says between bars, of one symbol and then the other. */
function moment(i: number): object {
  const common = {
    timestamp: new Date().toISOString(),
    symbol: i % 4 < 2 ? 'EURUSD.SIM' : 'XAUUSD.SIM',
    label: 'SIMULATED',
  };
  return i % 2 === 0
    ? { ...common, type: 'price_update', price: 1.1 + (i % 97) / 10_000, change: 0.0005, change_percent: 0.0455 }
    : {
        ...common,
        type: 'equity_update',
        timeframe: 'M5',
        equity_curves: Object.fromEntries(MODELS.map((code, k) => [code, 10_000 + k + (i % 89)])),
      };
}

/** Says so many messages, evenly spread over a time. */
async function sayEvenly(feed: Feed, perSecond: number, seconds: number): Promise<void> {
  const begun = Date.now();
  for (let i = 0; i < perSecond * seconds;) {
    const due = Math.min(perSecond * seconds, Math.floor(((Date.now() - begun) * perSecond) / 1000) + 1);
    for (; i < due; i++) {
      feed.say(moment(i));
    }
    await new Promise((done) => setTimeout(done, 1000 / perSecond));
  }
}

/** Keeps the socket of the page, to say many messages by one call: one call for each is slower than the page. */
async function keepSocket(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Opened = WebSocket;
    window.WebSocket = class extends Opened {
      constructor(...about: ConstructorParameters<typeof Opened>) {
        super(...about);
        Object.assign(window, { feed: this });
      }
    };
  });
}

/** An hour of prices and equity, with what a bar brings every five minutes: signals, activity, an order. */
async function sayAnHour(page: Page, hour: number): Promise<void> {
  for (let i = 0; i < MESSAGES_OF_AN_HOUR; i += MESSAGES_AT_ONCE) {
    const messages = Array.from({ length: MESSAGES_AT_ONCE }, (_, k) => moment(i + k));
    if (i % MESSAGES_OF_A_BAR === 0) {
      messages.push(...messagesOfBar(hour * 12 + i / MESSAGES_OF_A_BAR));
    }
    await page.evaluate(
      (texts) => {
        const { feed } = window as unknown as { feed: WebSocket };
        texts.forEach((data) => feed.onmessage?.(new MessageEvent('message', { data })));
      },
      messages.map((message) => JSON.stringify(message)),
    );
    await new Promise((done) => setTimeout(done, 100));
  }
}

function messagesOfBar(bar: number): object[] {
  const timestamp = new Date().toISOString();
  const about = { timestamp, label: 'SIMULATED', timeframe: 'M5' };
  const signals = ['EURUSD.SIM', 'XAUUSD.SIM'].flatMap((symbol) =>
    MODELS.map((strategy_code, k) => ({
      ...about,
      type: 'signal',
      symbol,
      strategy_code,
      signal: k % 2 === 0 ? 'long' : 'flat',
      side: k % 2 === 0 ? 'buy' : 'hold',
      confidence: 0.6,
      reasoning: `bar ${bar} of ${symbol} as ${strategy_code} sees it`,
    })),
  );
  const lines = Array.from({ length: LINES_OF_A_BAR }, (_, i) => {
    const activity_id = 1_000_000_000 + bar * LINES_OF_A_BAR + i;
    const data = { activity_id, at: timestamp, kind: 'FEED', event: 'measured', summary: `Line ${i} of bar ${bar}` };
    return { ...about, type: 'activity', data };
  });
  return [...signals, ...lines, { ...about, type: 'order', event: 'measured', data: {} }];
}

/** Opens every page as a click does, and comes back to the first. */
async function lookAtEveryPage(page: Page): Promise<void> {
  for (const path of [...PAGES.slice(1), PAGES[0]]) {
    await page.locator(`nav[aria-label="Pages"] a[href="/app/${path}"]`).click();
    await expect(page).toHaveURL(new RegExp(`/app/${path}`));
    await expect(page.getByLabel('Loading')).toHaveCount(0);
  }
}

/** Longest time between two frames while something goes on. */
async function longestFrame(page: Page, during: () => Promise<unknown>): Promise<number> {
  await page.evaluate(() => {
    const watch = { longest: 0, on: true };
    (window as unknown as { frames: typeof watch }).frames = watch;
    let last = performance.now();
    const look = (now: number) => {
      watch.longest = Math.max(watch.longest, now - last);
      last = now;
      if (watch.on) {
        requestAnimationFrame(look);
      }
    };
    requestAnimationFrame((now) => {
      last = now;
      requestAnimationFrame(look);
    });
  });
  await during();
  return page.evaluate(() => {
    const watch = (window as unknown as { frames: { longest: number; on: boolean } }).frames;
    watch.on = false;
    return watch.longest;
  });
}

async function metric(devtools: CDPSession, name: string): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find((each) => each.name === name)?.value ?? Number.NaN;
}

async function heapAfterCollection(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  return metric(devtools, 'JSHeapUsedSize');
}

function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        const look = () => {
          const paint = performance.getEntriesByName('first-contentful-paint')[0];
          if (paint) {
            done(paint.startTime);
          } else {
            setTimeout(look, 5);
          }
        };
        look();
      }),
  );
}

test('first paint and data of the overview', async ({ page }) => {
  await signIn(page);
  await visit(page, 'overview');
  for (let i = 0; i < LOADS; i++) {
    await page.goto('/actuator/health');
    note('empty page, first paint', await firstPaint(page));
    await page.goto('/app/overview', { waitUntil: 'commit' });
    const usable = await page.waitForFunction(() => {
      const isFilled = document.querySelectorAll('main table tbody tr').length > 0;
      return isFilled && document.querySelector('[aria-label="Loading"]') === null ? performance.now() : undefined;
    });
    note('overview, usable with data', Number(await usable.jsonValue()));
    note('overview, first paint', await firstPaint(page));
  }
});

test('five curves of 8,640 points', async ({ page }) => {
  await signIn(page);
  const end = Date.now();
  const curves = MODELS.map((code, k) => ({
    strategy_code: code,
    strategy_name: code,
    proxy: false,
    data: Array.from({ length: POINTS }, (_, i) => {
      const equity = 10_000 + 300 * Math.sin(i / 400 + k) + (i * k) / 60;
      return {
        timestamp: new Date(end - (POINTS - i) * FIVE_MINUTES_MILLIS).toISOString(),
        equity_value: Number(equity.toFixed(2)),
        return_pct: equity / 100 - 100,
        drawdown_pct: -Math.abs(3 * Math.sin(i / 300 + k)),
      };
    }),
  }));
  const body = JSON.stringify({
    symbol: 'EURUSD.SIM',
    timeframe: 'M5',
    resolution: '5m',
    label: 'SIMULATED',
    end_date: new Date(end).toISOString(),
    curves,
  });
  await page.route('**/api/models/equity-curves*', (route) => route.fulfill({ contentType: 'application/json', body }));
  await page.addInitScript(() => {
    // From the answer to the second frame after the last canvas was put in.
    const drawn = { at: 0 };
    (window as unknown as { drawn: typeof drawn }).drawn = drawn;
    new MutationObserver((changes) => {
      if (
        changes.some((change) => [...change.addedNodes].some((node) => (node as Element).querySelector?.('canvas')))
      ) {
        requestAnimationFrame(() => requestAnimationFrame((now) => (drawn.at = now)));
      }
    }).observe(document, { childList: true, subtree: true });
  });
  for (let i = 0; i < LOADS; i++) {
    await visit(page, 'performance');
    const took = await page.waitForFunction(() => {
      const at = (window as unknown as { drawn: { at: number } }).drawn.at;
      const answer = performance.getEntriesByType('resource').find((each) => each.name.includes('equity-curves'));
      return at > 0 && answer ? at - (answer as PerformanceResourceTiming).responseEnd : undefined;
    });
    note('five curves of 8,640 points, drawn after the answer', Number(await took.jsonValue()));
  }
});

test('messages', async ({ page, context }) => {
  const feed = await tapped(page);
  await signIn(page);
  await visit(page, 'overview');
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  for (let round = 0; round < 3; round++) {
    const before = await metric(devtools, 'TaskDuration');
    const begun = Date.now();
    note('1,000 messages in 10 s, longest frame', await longestFrame(page, () => sayEvenly(feed, 100, 10)));
    const busy = (await metric(devtools, 'TaskDuration')) - before;
    note('100 messages a second, share of a core in percent', (busy * 100_000) / (Date.now() - begun));
  }

  await sayEvenly(feed, perSecond, 20);
  const first = await heapAfterCollection(devtools);
  for (let minute = 0; minute < minutes; minute++) {
    await sayEvenly(feed, perSecond, 60);
    note('memory beside that at the beginning, minute by minute', (await heapAfterCollection(devtools)) / first);
  }
});

test('eight simulated hours of messages, with a look at every page in each', async ({ page, context }) => {
  await keepSocket(page);
  await signIn(page);
  await visit(page, 'overview');
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  let first = Number.NaN;
  for (let hour = 0; hour <= SIMULATED_HOURS; hour++) {
    await sayAnHour(page, hour);
    await lookAtEveryPage(page);
    const heap = await heapAfterCollection(devtools);
    if (hour === 0) {
      first = heap;
    } else {
      note('memory after each of eight simulated hours, beside that after one before them', heap / first);
    }
  }
});

test('a message of the server on the page', async ({ page }) => {
  await page.addInitScript(() => {
    // When each text was shown first, by the clock the server has as well.
    const shown = new Map<string, number>();
    (window as unknown as { shown: typeof shown }).shown = shown;
    new MutationObserver((changes) => {
      const now = Date.now();
      changes.forEach((change) => {
        const text = change.target.textContent?.trim() ?? '';
        if (text !== '' && text.length < 24 && !shown.has(text)) {
          shown.set(text, now);
        }
      });
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  const said = new Map<string, number>();
  page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => {
      const message = JSON.parse(String(payload)) as { type: string; price?: number; timestamp: string };
      if (message.type === 'price_update' && message.price !== undefined && !said.has(String(message.price))) {
        said.set(String(message.price), Date.parse(message.timestamp));
      }
    }),
  );
  await signIn(page);
  await visit(page, 'overview');
  // What came before this page was not shown on it, and its price may come again.
  said.clear();
  await expect.poll(() => said.size, { timeout: 300_000, message: 'prices of the simulated feed' }).toBeGreaterThan(60);
  const shown = new Map(
    await page.evaluate(() => [...(window as unknown as { shown: Map<string, number> }).shown.entries()]),
  );
  for (const [text, at] of shown) {
    const sent = said.get(text.replaceAll(',', '').replace(/^(\d+\.\d*?)0+$/, '$1'));
    if (sent !== undefined && at >= sent) {
      note('a price of the server, until it is on the page', at - sent);
    }
  }
});

test('a table of 10,000 trades', async ({ page }) => {
  await signIn(page);
  const end = Date.now();
  const trades = Array.from({ length: TRADES }, (_, i) => ({
    position_id: i + 1,
    strategy_code: MODELS[i % MODELS.length],
    side: i % 2 === 0 ? 'long' : 'short',
    quantity: 0.5,
    leverage: 1,
    notional_usd: 5_000,
    entry_time: new Date(end - (i + 12) * FIVE_MINUTES_MILLIS).toISOString(),
    exit_time: new Date(end - i * FIVE_MINUTES_MILLIS).toISOString(),
    entry_price: 1.1 + (i % 50) / 10_000,
    exit_price: 1.1 + (i % 53) / 10_000,
    realized_pnl: ((i * 37) % 400) / 10 - 20,
    fees: 1.5,
    result: i % 3 === 0 ? 'win' : 'loss',
    status: 'closed',
    label: 'SIMULATED',
    exit_reason: 'TAKE_PROFIT',
  }));
  await page.route('**/api/models/trades*', (route) =>
    route.fulfill({ json: { symbol: 'EURUSD.SIM', timeframe: 'M5', label: 'SIMULATED', trades } }),
  );
  await visit(page, 'trades?of=models');
  const table = page.getByRole('region', { name: 'Trades of the models' }).last();
  await table.scrollIntoViewIfNeeded();
  await expect(table.getByRole('row').nth(5)).toBeVisible();
  for (let round = 0; round < 3; round++) {
    const longest = await longestFrame(page, () =>
      table.evaluate(
        (scroller) =>
          new Promise<void>((done) => {
            let step = 0;
            const next = () => {
              scroller.scrollTop = (step++ * scroller.scrollHeight) / 200;
              if (step <= 200) {
                requestAnimationFrame(next);
              } else {
                done();
              }
            };
            next();
          }),
      ),
    );
    note('table of 10,000 trades scrolled, longest frame', longest);
  }
});
