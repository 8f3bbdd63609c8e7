import type { Page } from '@playwright/test';
import { expect, signIn, test, visit } from './suite';

/** Processes that whoever started the suite starts again when they end. */
const victims = {
  signals: process.env.SUITE_SIGNALS_PID,
  gateway: process.env.SUITE_GATEWAY_PID,
  postgresql: process.env.SUITE_POSTGRESQL_PID,
};

const RESTART_MILLIS = 120_000;

test.beforeEach(() => test.slow());

/** Signs in, and opens the overview with a live feed and a mark that a reload would take away. */
async function openOverview(page: Page): Promise<void> {
  await signIn(page);
  await visit(page, 'overview');
  await expect(page.locator('[data-feed="live"]')).toBeVisible();
  await page.evaluate(() => Object.assign(globalThis, { untouched: true }));
}

/** The process to kill; a suite in one process has none for each of its services. */
function victim(name: keyof typeof victims): number {
  test.skip(victims[name] === undefined, `the process of ${name} is not known`);
  return Number(victims[name]);
}

async function expectAllIsBack(page: Page): Promise<void> {
  await expect(page.locator('[data-feed="live"]')).toBeVisible({ timeout: RESTART_MILLIS });
  await expect(page.getByText('is offline, since')).toHaveCount(0, { timeout: RESTART_MILLIS });
  expect(await page.evaluate(() => 'untouched' in globalThis)).toBe(true);
}

test('signals-api-service is killed: the page says so, and is live again by itself without a gap', async ({ page }) => {
  const pid = victim('signals');
  const seqs: number[] = [];
  const asked: (string | null)[] = [];
  page.on('websocket', (socket) => {
    asked.push(new URL(socket.url()).searchParams.get('last_seq'));
    socket.on('framereceived', ({ payload }) => {
      const { type, seq } = JSON.parse(String(payload)) as { type: string; seq?: number };
      if (seq !== undefined && type === 'signal') {
        seqs.push(seq);
      }
    });
  });
  await openOverview(page);

  process.kill(pid, 'SIGKILL');

  await expect(page.locator('[data-feed="offline"]')).toBeVisible();
  // What the feed no longer brings is asked for, here and on another page.
  await expect(page.getByText('signals-api-service is offline').first()).toBeVisible();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Performance' }).click();
  await expect(page.getByText('signals-api-service is offline').first()).toBeVisible();

  await expectAllIsBack(page);
  expect(asked.at(-1)).not.toBeNull();
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
});

test('gateway-service is killed: the page keeps what it has, and all comes back by itself', async ({ page }) => {
  const pid = victim('gateway');
  await openOverview(page);
  const equity = await page.getByRole('banner').getByText(/USD/).first().textContent();

  process.kill(pid, 'SIGKILL');

  await expect(page.locator('[data-feed="offline"]')).toBeVisible();
  await expect(
    page
      .getByRole('banner')
      .getByText(equity ?? '')
      .first(),
  ).toBeVisible();
  await expectAllIsBack(page);
});

test('PostgreSQL is killed: all is read again by itself', async ({ page }) => {
  const pid = victim('postgresql');
  await openOverview(page);

  process.kill(pid, 'SIGKILL');

  // It may be back before anybody asked; whatever says that it cannot be read is gone in the end.
  const read = (path: string) =>
    page.waitForResponse((response) => response.url().includes(path) && response.ok(), { timeout: RESTART_MILLIS });
  await Promise.all([read('/api/v1/accounts/main'), read('/api/v1/risk/accounts/main'), read('/api/v1/activity')]);
  await expectAllIsBack(page);
});
