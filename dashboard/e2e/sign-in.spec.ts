import { expect, fillIn, open, password, signedIn, signIn, signInByCode, test } from './suite';

test('the operator signs in by a code, stays signed in over a reload, and signs out', async ({ page, faults }) => {
  test.skip(open === undefined, 'SUITE_OPEN is not set');
  await signInByCode(page);
  await page.reload();
  await expect(signedIn(page)).toBeVisible();

  await signedIn(page).click();
  await expect(page).toHaveURL(/\/app\/overview/);
  await expect(page.getByRole('banner').getByRole('button', { name: 'Sign in' })).toBeVisible();
  expect(faults).toEqual([]);
});

test('whoever signs in by the form of the issuer comes back to where they were', async ({ page, faults }) => {
  test.skip(password === undefined, 'SUITE_PASSWORD is not set');
  await page.goto('/app/trades?symbol=EURUSD');
  await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).click();
  await fillIn(page);

  await expect(page).toHaveURL(/\/app\/trades\?symbol=EURUSD/);
  await expect(signedIn(page)).toBeVisible();
  expect(faults).toEqual([]);
});

test('a sign-in that a service refuses is renewed in a frame, without anybody noticing', async ({ page, faults }) => {
  await signIn(page);
  let old: string | undefined;
  await page.route('**/api/v1/accounts', async (route) => {
    const token = route.request().headers().authorization;
    old ??= token;
    if (token === old) {
      await route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"code":"UNAUTHORIZED"}' });
    } else {
      await route.continue();
    }
  });
  const renewed = page.waitForResponse((response) => response.url().endsWith('/oauth2/token'));
  await page.reload();

  expect((await renewed).status()).toBe(200);
  await expect(signedIn(page)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(faults.filter((fault) => !fault.includes('401'))).toEqual([]);
});
