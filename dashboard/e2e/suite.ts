import { execFileSync } from 'node:child_process';
import { expect, test as base, type Page } from '@playwright/test';

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

/** The address that signs in once: what SUITE_OPEN prints, a command such as "./suite open --print". */
function openAddress(): string {
  const command = process.env.SUITE_OPEN ?? '../suite open --print';
  return execFileSync('sh', ['-c', command], { encoding: 'utf8' }).trim().split('\n').at(-1) ?? '';
}

/** Signs in as the operator and waits until the overview says so. */
export async function signIn(page: Page): Promise<void> {
  await page.goto(openAddress());
  await expect(page).toHaveURL(/\/app\/overview/);
  await expect(page.getByRole('button', { name: /operator, sign out/ })).toBeVisible();
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
        if (message.type() === 'error') {
          faults.push(`${message.text()} ${message.location().url}`);
        }
      });
      await use(faults);
    },
    { auto: true },
  ],
});

export { expect };
