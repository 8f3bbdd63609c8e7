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

test('a portfolio is made by its form, refused field by field, run, set in two tabs and archived', async ({
  page,
  faults,
}) => {
  await signIn(page);
  const name = `Browser ${Date.now()}`;
  await visit(page, 'cycles');
  const form = page.getByRole('dialog', { name: 'Create a portfolio' });
  const fill = (label: string, value: string) => form.getByLabel(label, { exact: true }).fill(value);

  await test.step('what is wrong is told at its field, and nothing is made', async () => {
    await page.getByRole('button', { name: 'Create one' }).click();
    await fill('Name', name);
    await fill('Money it begins with (USD)', '10 000,5');
    await expect(form.getByText('with a point before cents')).toBeVisible();
    await fill('Money it begins with (USD)', '123456789012');
    await fill('Schedule', 'PT1S');
    await fill('max_positions (count)', '1,5');
    await fill('trade_amount (USD)', ' ');
    await fill('min_confidence (probability)', '2');
    await form.getByRole('button', { name: 'Create it' }).click();
    await expect(form.getByLabel('max_positions (count)')).toHaveAccessibleDescription(/^expected a whole number/);
    await expect(form.getByLabel('min_confidence (probability)')).toHaveAccessibleDescription(
      /^expected a number, 0 to 1/,
    );
    await expect(form.getByLabel('trade_amount (USD)')).not.toHaveAttribute('aria-invalid', 'true');

    await fill('max_positions (count)', '3');
    await expect(form.getByLabel('max_positions (count)')).toHaveAttribute('aria-invalid', 'false');
    await fill('min_confidence (probability)', '0.6');
    await form.getByRole('button', { name: 'Validate' }).click();
    await expect(form.getByText('The controller takes these parameters.')).toBeVisible();
    await form.getByRole('button', { name: 'Create it' }).click();
    await expect(form.getByLabel('Money it begins with (USD)')).toHaveAccessibleDescription(/1000000000/);
    await fill('Money it begins with (USD)', '10000.50');
    await form.getByRole('button', { name: 'Create it' }).click();
    await expect(form.getByLabel('Schedule')).toHaveAccessibleDescription(/^must not come more often/);
    await fill('Schedule', 'PT24H');
    await form.getByRole('button', { name: 'Create it' }).click();
    await expect(form).toHaveCount(0);
  });

  await test.step('a name is taken once', async () => {
    await page.getByRole('button', { name: 'Create one' }).click();
    await fill('Name', name.toUpperCase());
    await form.getByRole('button', { name: 'Create it' }).click();
    await expect(form.getByLabel('Name')).toHaveAccessibleDescription(/another portfolio has the name/);
    await page.keyboard.press('Escape');
  });

  await test.step('its cycle runs', async () => {
    await page.getByRole('region', { name: 'Portfolios', exact: true }).getByText(name).click();
    await page.getByRole('button', { name: `Run a cycle of ${name}` }).click();
    const cycle = page.getByRole('region', { name: 'Cycles', exact: true }).getByRole('row').nth(1);
    await expect(cycle).toContainText('succeeded');
    await cycle.click();
    await expect(page.getByRole('region', { name: 'Report' })).toBeVisible();
  });

  await test.step('two tabs that set it do not undo one another', async () => {
    // A tab that was opened from this one is signed in as it is.
    const [other] = await Promise.all([
      page.waitForEvent('popup'),
      page.evaluate(() => void window.open(location.href)),
    ]);
    const settings = (tab: Page) => tab.getByRole('dialog', { name: `Settings of ${name}` });
    const set = async (tab: Page, label: string, value: string) => {
      await settings(tab).getByLabel(label).fill(value);
      await settings(tab).getByRole('button', { name: 'Save' }).click();
    };
    for (const tab of [page, other]) {
      await tab.getByRole('button', { name: 'Settings', exact: true }).click();
      await expect(settings(tab).getByLabel('max_positions (count)')).toHaveValue('3');
    }
    await set(other, 'max_positions (count)', '4');
    await expect(settings(other)).toHaveCount(0);
    await other.close();
    await settings(page).getByLabel('trade_amount (USD)').fill('50');
    await set(page, 'max_positions (count)', '5');
    await expect(settings(page).getByLabel('max_positions (count)')).toHaveAccessibleDescription(
      /^It was set to 4 meanwhile/,
    );
    await set(page, 'max_positions (count)', '4');
    await expect(settings(page)).toHaveCount(0);
    const id = new URL(page.url()).searchParams.get('portfolio') ?? '';
    expect(await ask(page, 'GET', `/portfolios/${id}`)).toMatchObject({
      initial_balance: 10000.5,
      strategy_config: { max_positions: 4, trade_amount: 50, min_confidence: 0.6 },
    });
  });

  await test.step('it is paused, resumed and archived', async () => {
    const act = async (what: string) => {
      await page.getByRole('button', { name: what, exact: true }).click();
      const dialog = page.getByRole('dialog');
      if (what === 'Archive') {
        // It may hold what its cycle has bought.
        await dialog.getByRole('checkbox').check();
      }
      await dialog.getByLabel('Reason').fill(`${what} by the browser`);
      await dialog.getByRole('button', { name: `${what} it` }).click();
      await expect(dialog).toHaveCount(0);
    };
    await act('Pause');
    await page.getByRole('button', { name: 'PAUSED', exact: true }).click();
    await act('Resume');
    await page.getByRole('button', { name: 'ACTIVE', exact: true }).click();
    await act('Archive');
    await expect(page.getByRole('region', { name: 'Portfolios', exact: true }).getByText(name)).toHaveCount(0);
  });
  expect(faults.filter((fault) => !/status of (400|409)/.test(fault))).toEqual([]);
});

test('files of candles are imported, and what is wrong with one is told', async ({ page, faults }) => {
  await signIn(page);
  await visit(page, 'data');
  const panel = page.getByRole('region', { name: 'Import candles' });
  const bar = (day: number) => `2016-01-${String(day).padStart(2, '0')}T00:00:00Z,0.68,0.69,0.67,0.685`;
  const wide = (day: number) => `${bar(day).replace('Z,', 'Z,NZDUSD,')},10,1`;
  const choose = (name: string, content: string | Buffer) =>
    panel
      .getByLabel(/Drop a file/)
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content as string) });
  const import_ = () => panel.getByRole('button', { name: 'Import it' }).click();
  const told = (name: string) =>
    panel.getByRole('definition').nth(['Read', 'Stored', 'Replaced', 'There already', 'Refused'].indexOf(name));
  const lines = ['time,open,high,low,close', bar(5), 'no,candle,at,all,0', bar(6)].join('\n');

  await panel.getByLabel(/^Symbol/).fill('NZDUSD');
  await panel.getByRole('button', { name: 'D1', exact: true }).click();
  await choose('days.csv', lines);
  await import_();
  await expect(told('Read')).toHaveText('3');
  await expect(told('Refused')).toHaveText('1');
  await expect(panel.getByRole('region', { name: 'Refused lines' }).getByRole('row').nth(1)).toContainText('3');
  await import_();
  await expect(told('There already')).toHaveText('2');

  for (const [name, content, said] of [
    ['empty.csv', '', 'the file is empty'],
    ['picture.csv', Buffer.from(Array.from({ length: 999 }, (_, at) => (at * 7919) % 256)), 'nothing was stored'],
    ['days.csv', [wide(7), wide(8)].join('\n'), 'no line of the file names its columns'],
  ] as const) {
    await choose(name, content as string);
    await import_();
    await expect(panel.getByRole('alert')).toContainText(said);
  }
  await panel.getByLabel(/^Columns/).fill('1=time,2=symbol,3=open,4=high,5=low,6=close,7=volume');
  await panel.getByLabel('Its first line is a candle already').check();
  await import_();
  await expect(told('Read')).toHaveText('2');
  await panel.getByLabel(/^Symbol/).fill('NOPE');
  await import_();
  await expect(panel.getByRole('alert')).toContainText('expected a symbol');

  await page.route('**/api/v1/candles/import?*', () => undefined);
  await import_();
  await expect(panel.getByRole('progressbar', { name: 'Sent' })).toBeVisible();
  await panel.getByRole('button', { name: 'Cancel' }).click();
  await expect(panel.getByRole('alert')).toContainText('It was cancelled');
  expect(faults.filter((fault) => !/status of 400/.test(fault))).toEqual([]);
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
    // A signal is of the end of its bar.
    const time = new Date(((bars[bar] ?? 0) + MINUTES_5) * 1000).toISOString().replace('.000', '');
    const latest = async () =>
      (await models<{ signals?: { timestamp: string }[] }>(`signals/latest?symbol=${COIN}`)).signals?.[0]?.timestamp;
    await expect.poll(latest, { timeout: 180_000 }).toBe(time);
  };
  const holdings = async () =>
    (await models<{ total_positions: number }>(`positions/current?symbol=${COIN}`)).total_positions;

  await expect(page.locator('[data-feed="live"]')).toBeVisible();
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
