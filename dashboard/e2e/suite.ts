import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { expect, test as base, type Locator, type Page } from '@playwright/test';

/** Every page, by its path below /app. */
export const PAGES = [
  'overview',
  'signals',
  'decide',
  'positions',
  'trades',
  'performance',
  'risk',
  'cycles',
  'data',
  'activity',
  'system',
  'notifications',
  'portfolio',
  'correlation',
  'lifecycle',
  'approvals',
] as const;

/** What every version of the services has. */
const EVERYWHERE = ['/api/v1/activity', '/api/v1/notifications'];

const MOST_ATTEMPTS = 5;

/** A command that prints an address that signs in once, such as "../suite open --print". */
export const open = process.env.SUITE_OPEN;

/** Of the operator, at the form of the issuer. */
export const password = process.env.SUITE_PASSWORD;

/** Signs in as the operator and waits until the page says so; by the form where the password is known, as that is faster. */
export async function signIn(page: Page): Promise<void> {
  if (password === undefined) {
    await signInByCode(page);
    return;
  }
  await page.goto('/app/overview');
  await page.getByRole('banner').getByRole('button', { name: 'Sign in' }).click();
  // The issuer knows whoever has signed in in another tab.
  const form = page.getByRole('textbox', { name: 'Username' });
  await expect(form.or(signedIn(page))).toBeVisible();
  if (await form.isVisible()) {
    await fillIn(page);
  }
  await expectOverview(page);
}

/** Signs in as the operator by the address that the command prints. */
export async function signInByCode(page: Page): Promise<void> {
  const printed = execFileSync('sh', ['-c', open ?? ''], { encoding: 'utf8' }).trim();
  await page.goto(printed.split('\n').at(-1) ?? '');
  await expectOverview(page);
}

async function expectOverview(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/app\/overview/);
  await expect(signedIn(page)).toBeVisible();
}

/** Fills in the form of the embedded issuer. */
export async function fillIn(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Username' }).fill('operator');
  await page.getByRole('textbox', { name: 'Password' }).fill(password ?? '');
  await page.getByRole('button', { name: /sign in/i }).click();
}

/** What the bar shows to whoever is signed in. */
export function signedIn(page: Page): Locator {
  return page.getByRole('banner').getByRole('button', { name: /operator, sign out/ });
}

/** Goes to a page without leaving the app, and waits until nothing of it is loading. */
export async function visit(page: Page, path: string): Promise<void> {
  await page.goto(`/app/${path}`);
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await expect(page.getByLabel('Loading')).toHaveCount(0);
}

/** A test whose page may have no fault in its console, and no violation of the content policy. */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on('pageerror', (fault) => faults.push(String(fault)));
      page.on('console', (message) => {
        // What a version of a service does not have, or a busy one does not answer in time, is told on the page; the
        // browser tells it in its console as well.
        const { url } = message.location();
        const address = url === '' ? '' : new URL(url).pathname;
        const isTold =
          address.startsWith('/api/') &&
          (/status of (503|504)/.test(message.text()) ||
            (/status of 404/.test(message.text()) && !EVERYWHERE.some((path) => address.startsWith(path))));
        if (message.type() === 'error' && !isTold) {
          faults.push(`${message.text()} ${message.location().url}`);
        }
      });
      await use(faults);
    },
    { auto: true },
  ],
});

export { expect };

/** Asks the suite itself, as whoever is signed in on the page; again, by the same key, where a busy service did not answer in time. */
export async function ask(page: Page, method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
  const token = await page.evaluate(() => {
    const kept = Object.keys(sessionStorage).find((key) => key.startsWith('oidc.user:'));
    return kept === undefined ? '' : (JSON.parse(sessionStorage.getItem(kept) ?? '{}').access_token as string);
  });
  const key = randomUUID();
  const answered = () =>
    page.request.fetch(path, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': key },
      ...(body === undefined ? {} : { data: body }),
    });
  let answer = await answered();
  for (let attempt = 1; attempt < MOST_ATTEMPTS && [503, 504].includes(answer.status()); attempt++) {
    answer = await answered();
  }
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return answer.json();
}
