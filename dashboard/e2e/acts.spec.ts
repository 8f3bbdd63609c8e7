import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { ask, expect, signIn, test, visit } from './suite';

const TRIES = 80;

/** Goes on with the Tab key until this has the focus: by keyboard alone. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tries = 0; tries < TRIES; tries++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
  }
  throw new Error(`the Tab key does not reach ${String(target)}`);
}

interface Orders {
  orders: { order_id: string; symbol: string; side: string; status: string }[];
}

async function orders(page: Page): Promise<Orders['orders']> {
  return ((await ask(page, 'GET', '/api/v1/orchestrator/orders?account=main&limit=100')) as Orders).orders;
}

/** Saves the table as CSV; its rows without the header. */
async function saved(page: Page, table: string): Promise<string[]> {
  const region = page.getByRole('region', { name: table, exact: true });
  const button = region.locator('..').getByRole('button', { name: 'CSV' });
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const text = await readFile(await file.path(), 'utf8');
  return text.trim().split('\r\n').slice(1);
}

test('a trade is decided by keyboard, executed once by a double click, seen, saved and closed', async ({
  page,
  faults,
}) => {
  await signIn(page);
  const before = (await orders(page)).length;

  await test.step('decide, by keyboard alone', async () => {
    await visit(page, 'decide');
    await tabTo(page, page.getByRole('textbox', { name: 'Price', exact: true }));
    await page.keyboard.type('1.0835');
    await tabTo(page, page.getByRole('button', { name: 'example readings' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Analyze' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: /PROCEED BUY EURUSD/ })).toBeVisible();
    await expect(page.getByRole('heading', { name: /3 Checks/ })).toBeVisible();
    expect(await orders(page)).toHaveLength(before);
    await tabTo(page, page.getByRole('button', { name: 'Execute', exact: true }));
    await page.keyboard.press('Enter');
  });

  await test.step('a double click is one order', async () => {
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('Loss at the stop')).toBeVisible();
    await dialog.getByRole('button', { name: 'Execute it' }).dblclick();
    await expect(page.getByRole('dialog', { name: 'filled' })).toBeVisible();
    const made = await orders(page);
    expect(made.filter((order) => order.symbol === 'EURUSD' && order.status === 'filled')).toHaveLength(before + 1);
  });

  await test.step('the fill is among the orders, and the position on the page', async () => {
    await page.getByRole('dialog').getByRole('link', { name: 'The order' }).click();
    await expect(page.getByRole('region', { name: 'Order', exact: true }).getByText('filled').first()).toBeVisible();
    await expect(position(page)).toBeVisible();
  });

  await test.step('the CSV is the table', async () => {
    const table = page.getByRole('region', { name: 'Orders of main', exact: true });
    const shown = await table.locator('tbody tr').count();
    const lines = await saved(page, 'Orders of main');
    expect(lines).toHaveLength(shown);
    expect(lines[0]).toContain(',EURUSD,');
    expect(lines.every((line) => line.endsWith('filled'))).toBe(
      (await orders(page)).every((order) => order.status === 'filled'),
    );
  });

  await test.step('another tab shows the same', async () => {
    const other = await page.context().newPage();
    await signIn(other);
    await visit(other, 'positions?of=account');
    await expect(position(other)).toHaveText((await position(page).textContent()) ?? '');
    await close(page);
    await expect(position(other)).toHaveCount(0);
    await other.close();
  });

  await test.step('a closed trade is among the trades', async () => {
    await visit(page, 'trades');
    await expect(page.getByRole('region', { name: 'Trades of main', exact: true }).last()).toContainText('EURUSD');
  });

  await test.step('the account stands beside the models, chosen by keyboard and named in the address', async () => {
    await visit(page, 'performance?period=24h');
    await page.getByRole('checkbox', { name: 'Main', exact: true }).press('Space');
    await expect(page).toHaveURL(/shown=.*account%3Amain/);
    const rows = page.getByRole('region', { name: 'Side by side', exact: true }).last().getByRole('row');
    await expect(rows.filter({ hasText: 'ENSEMBLE' })).toHaveCount(1);
    await rows.filter({ hasText: 'Main' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Main in detail' })).toBeVisible();
    await expect(page.getByRole('figure').first()).toContainText('Main, under water');
  });
  expect(faults).toEqual([]);
});

/** The row of the position of the account. */
function position(page: Page): Locator {
  return page
    .getByRole('region', { name: 'Positions', exact: true })
    .getByRole('row')
    .filter({ hasText: 'account' })
    .filter({ hasText: 'EURUSD' })
    .getByRole('cell')
    .nth(3);
}

async function close(page: Page): Promise<void> {
  await position(page).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close it' }).dblclick();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(position(page)).toHaveCount(0);
  const closing = (await orders(page)).filter((order) => order.symbol === 'EURUSD' && order.side === 'SELL');
  expect(closing.filter((order) => order.status === 'filled')).toHaveLength(1);
}

test('a portfolio is opened and its cycle is run', async ({ page, faults }) => {
  await signIn(page);
  const name = `Browser ${Date.now()}`;
  await ask(page, 'POST', '/portfolios/create', {
    name,
    strategy_type: 'momentum',
    initial_balance: 10_000,
    schedule: 'PT24H',
  });

  await visit(page, 'cycles');
  await page.getByRole('region', { name: 'Portfolios', exact: true }).getByText(name).click();
  await page.getByRole('button', { name: `Run a cycle of ${name}` }).click();

  const cycle = page.getByRole('region', { name: 'Cycles', exact: true }).getByRole('row').nth(1);
  await expect(cycle).toContainText('succeeded');
  await cycle.click();
  await expect(page.getByRole('region', { name: 'Report' })).toBeVisible();
  expect(faults).toEqual([]);
});

const MINUTES_5 = 300;
const COIN = 'ETHUSD';

const cents = (price: number) => Math.round(price * 100) / 100;

/** One bar of a price that swings, so that models change their mind. */
function candle(open: number, bar: number) {
  const at = (place: number) =>
    3000 * (1 + 0.002 * Math.sin((2 * Math.PI * place) / 6) + 0.0003 * Math.sin(place * 12.9898));
  const [first, last] = [at(bar), at(bar + 1)];
  return {
    open_time: new Date(open * 1000).toISOString(),
    open: cents(first),
    high: cents(Math.max(first, last) + 1),
    low: cents(Math.min(first, last) - 1),
    close: cents(last),
  };
}

test('what a posted candle changes is on the page: price, signal and equity', async ({ page, faults }, info) => {
  test.slow();
  await signIn(page);
  const newest = Math.floor(Date.now() / 1000 / MINUTES_5) * MINUTES_5 - MINUTES_5;
  const spare = 24;
  const bars = Array.from({ length: 310 + spare }, (_, bar) => newest - (309 + spare - bar) * MINUTES_5);
  // The wave begins with the first bar, whatever the time of day.
  const post = (from: number, to: number) =>
    ask(page, 'POST', `/api/v1/candles/${COIN}`, {
      timeframe: 'M5',
      candles: bars.slice(from, to).map((open, bar) => candle(open, from + bar)),
      source: 'browser',
    });
  const models = async <T>(path: string) => (await (await page.request.get(`/api/models/${path}`)).json()) as T;
  // Every bar is judged and traded, one after the other.
  const judged = async (bar: number) => {
    const time = new Date((bars[bar] ?? 0) * 1000).toISOString().replace('.000', '');
    const latest = async () =>
      (await models<{ signals?: { timestamp: string }[] }>(`signals/latest?symbol=${COIN}`)).signals?.[0]?.timestamp;
    await expect.poll(latest, { timeout: 180_000 }).toBe(time);
  };
  const holdings = async () =>
    (await models<{ total_positions: number }>(`positions/current?symbol=${COIN}`)).total_positions;

  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await visit(page, `overview?symbol=${COIN}`);
  let next = bars.length - spare;
  await post(0, next);
  await judged(next - 1);
  // Equity moves with the price while a model holds something.
  while ((await holdings()) === 0 && next < bars.length - 1) {
    await post(next, next + 1);
    await judged(next);
    next++;
  }
  expect(await holdings()).toBeGreaterThan(0);

  const matrix = page.getByRole('region', { name: 'Signals by model and symbol' });
  const equity = page.getByRole('list', { name: 'Equity now' });
  const price = matrix.getByRole('columnheader').filter({ hasText: COIN });
  const shown = async () => ({
    price: await price.textContent(),
    signals: await matrix.locator('tbody').textContent(),
    equity: await equity.textContent(),
  });
  const was = await shown();
  const posted = Date.now();
  await post(next, next + 1);
  await expect.poll(async () => (await shown()).price).not.toBe(was.price);
  await expect.poll(async () => (await shown()).signals).not.toBe(was.signals);
  await expect.poll(async () => (await shown()).equity).not.toBe(was.equity);
  const took = Date.now() - posted;
  info.annotations.push({ type: 'time', description: `the page followed ${took} ms after the candle was posted` });
  console.log(`the page followed ${took} ms after the candle was posted`);
  expect(sockets, 'the feed is never cut').toHaveLength(1);
  expect(faults).toEqual([]);
});
