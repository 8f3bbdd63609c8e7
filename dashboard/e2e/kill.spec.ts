import { expect, signIn, test, visit } from './suite';

/** The process of signals-api-service, which whoever started the suite starts again when it ends. */
const victim = process.env.SUITE_SIGNALS_PID;

test('signals-api-service is killed: the page says so, and is live again by itself without a gap', async ({ page }) => {
  test.skip(victim === undefined, 'SUITE_SIGNALS_PID is not set: the suite has no process for each service');
  test.slow();
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
  await signIn(page);
  await visit(page, 'overview');
  await expect(page.locator('[data-feed="live"]')).toBeVisible();
  await page.evaluate(() => Object.assign(globalThis, { untouched: true }));

  process.kill(Number(victim), 'SIGKILL');

  await expect(page.locator('[data-feed="offline"]')).toBeVisible();
  // Another page asks for what the feed no longer brings.
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Performance' }).click();
  await expect(page.getByText('signals-api-service is offline').first()).toBeVisible();

  await expect(page.locator('[data-feed="live"]')).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText('signals-api-service is offline')).toHaveCount(0);
  expect(await page.evaluate(() => 'untouched' in globalThis)).toBe(true);
  expect(asked.at(-1)).not.toBeNull();
  expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
});
