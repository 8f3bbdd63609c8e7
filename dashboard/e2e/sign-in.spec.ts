import { expect, signIn, test } from './suite';

test('the operator signs in by a code that works once, stays signed in over a reload, and signs out', async ({
  page,
  faults,
}) => {
  const address = await test.step('by ./suite open', async () => {
    await signIn(page);
    return page.url();
  });

  await page.goto(address);
  await expect(page.getByRole('button', { name: /operator, sign out/ })).toBeVisible();

  await page.getByRole('button', { name: /operator, sign out/ }).click();
  await expect(page).toHaveURL(/\/app\/overview/);
  await expect(page.getByRole('banner').getByRole('button', { name: 'Sign in' })).toBeVisible();
  expect(faults).toEqual([]);
});

test('whoever signs in by the form of the issuer comes back to where they were', async ({ page, faults }) => {
  const password = process.env.SUITE_PASSWORD;
  test.skip(password === undefined, 'SUITE_PASSWORD is not set');
  await page.goto('/app/trades?symbol=EURUSD');
  await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('textbox', { name: 'Username' }).fill('operator');
  await page.getByRole('textbox', { name: 'Password' }).fill(password ?? '');
  await page.getByRole('button', { name: /sign in/i }).click();

  await expect(page).toHaveURL(/\/app\/trades\?symbol=EURUSD/);
  await expect(page.getByRole('button', { name: /operator, sign out/ })).toBeVisible();
  expect(faults).toEqual([]);
});

test('a sign-in is renewed in a frame without anybody noticing', async ({ page, faults }) => {
  await signIn(page);
  const renewed = page.waitForResponse((response) => response.url().endsWith('/oauth2/token'));

  // Nothing a service takes: the app renews the sign-in by itself.
  await page.route('**/api/v1/accounts', (route) => route.fulfill({ status: 401, body: '{"code":"UNAUTHORIZED"}' }), {
    times: 1,
  });
  await page.goto('/app/risk');

  expect((await renewed).status()).toBe(200);
  await expect(page.getByRole('button', { name: /operator, sign out/ })).toBeVisible();
  expect(faults.filter((fault) => !fault.includes('401'))).toEqual([]);
});
