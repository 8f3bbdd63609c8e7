import { expect, signIn, test, visit } from './suite';

const THRESHOLDS = { topics: ['LIMIT_NEAR', 'BREACH'], limit_use_percent: 80, feed_bars_missing: 3, kept_days: 90 };

const BREACH = {
  notification_id: 7,
  at: '2026-03-02T10:05:00Z',
  topic: 'BREACH',
  kind: 'BREACH',
  summary: 'Daily loss of 5.2 % is beyond the limit of 5 %',
  account_id: 'main',
};

test('a notification is read, and the count in the bar follows; webhooks and the display are set', async ({
  page,
  faults,
}) => {
  await signIn(page);
  let isRead = false;
  await page.route('**/api/v1/notifications?**', (route) => {
    const unreadOnly = new URL(route.request().url()).searchParams.get('state') === 'unread';
    return route.fulfill({
      json: {
        notifications: isRead && unreadOnly ? [] : [BREACH],
        unread: isRead ? 0 : 1,
        thresholds: THRESHOLDS,
      },
    });
  });
  await page.route('**/api/v1/notifications/7/read**', (route) => {
    isRead = true;
    return route.fulfill({ json: { marked: 1, unread: 0 } });
  });
  await visit(page, 'notifications');

  await expect(page.getByRole('link', { name: 'Notifications, 1 unread' })).toBeVisible();
  await expect(page.getByText('An account has used 80 % of a limit')).toBeVisible();
  await page.getByRole('button', { name: `Mark read: ${BREACH.summary}` }).click();

  await expect(page.getByRole('link', { name: 'Notifications, 0 unread' })).toBeVisible();
  await expect(page.getByText('Nothing is unread.')).toBeVisible();

  await test.step('a webhook is made, takes alerts and is revoked', async () => {
    const strategy = `chart-${String(Date.now())}`;
    await page.getByRole('button', { name: 'Make one' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Strategy').fill('With Capitals');
    await expect(dialog.getByRole('button', { name: 'Make it' })).toHaveAttribute('aria-disabled', 'true');
    await dialog.getByLabel('Strategy').fill(strategy);
    await dialog.getByRole('button', { name: 'Make it' }).click();
    const address = (await dialog.getByRole('code').textContent()) ?? '';
    const alert = { data: { symbol: 'EURUSD', action: 'buy', price: 1.1 } };
    expect((await page.request.post(address, alert)).status()).toBe(200);
    await dialog.getByRole('button', { name: 'It is kept' }).click();
    await page.getByRole('button', { name: `Revoke the webhook of ${strategy}` }).click();
    await dialog.getByRole('button', { name: 'Revoke it' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText(strategy)).toHaveCount(0);
    expect((await page.request.post(address, alert)).ok()).toBe(false);
  });

  await test.step('how this browser shows things outlasts a reload', async () => {
    const display = page.getByRole('region', { name: 'Display' });
    for (const choice of ['dark', 'local', 'red']) {
      await display.getByRole('button', { name: choice, exact: true }).click();
    }
    await page.reload();
    await expect(page.locator('html[data-theme="dark"][data-gains="red"]')).toBeVisible();
    for (const choice of ['dark', 'local', 'red']) {
      await expect(display.getByRole('button', { name: choice, exact: true })).toHaveAttribute('aria-pressed', 'true');
    }
  });
  expect(faults).toEqual([]);
});

test('the filter of activity is in the address, a line leads to its cycle, and older ones come by the cursor', async ({
  page,
  faults,
}) => {
  await signIn(page);
  const line = (id: number) => ({
    activity_id: id,
    at: '2026-03-02T10:05:00Z',
    kind: 'CYCLE',
    event: 'cycle.ended',
    summary: `Cycle ${String(id)} of portfolio 7 failed`,
    account_id: 'portfolio-7',
    subject: `c${String(id)}`,
  });
  await page.route('**/api/v1/activity?**', (route) => {
    const asked = new URL(route.request().url()).searchParams;
    const isFirst = asked.get('cursor') === null;
    return route.fulfill({
      json:
        asked.get('kind') === 'ORDER'
          ? { entries: [] }
          : { entries: [line(isFirst ? 2 : 1)], ...(isFirst ? { next_cursor: 'older' } : {}) },
    });
  });
  await visit(page, 'activity');

  await page.getByRole('button', { name: 'Older ones' }).click();
  await expect(page.getByRole('link', { name: 'Cycle 1 of portfolio 7 failed' })).toBeVisible();
  await page.getByLabel('Kind').selectOption('ORDER');
  await expect(page).toHaveURL(/kind=ORDER/);
  await expect(page.getByText('nothing matches the filter')).toBeVisible();
  await page.getByLabel('Kind').selectOption('CYCLE');
  expect(faults).toEqual([]);
  await page.getByRole('link', { name: 'Cycle 2 of portfolio 7 failed' }).click();
  await expect(page).toHaveURL(/cycles\?cycle=c2/);
});
