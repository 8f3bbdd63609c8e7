import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, PAGES, signIn, test, visit } from './suite';

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

async function seriousViolations(page: Page): Promise<string[]> {
  // No page shows one of another origin, which takes the other way and twice the time.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']);
  const { violations } = await axe.analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

test('no page has a fault, a violation of the policy, or a serious one of accessibility, light and dark', async ({
  page,
  faults,
}) => {
  test.slow();
  await signIn(page);
  for (const path of PAGES) {
    await test.step(path, async () => {
      await page.emulateMedia({ colorScheme: 'light' });
      await visit(page, path);
      for (const theme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: theme });
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        expect.soft(await seriousViolations(page), `${path}, ${theme}`).toEqual([]);
      }

      await page.setViewportSize(PHONE);
      await expect.soft(page.locator('html'), `${path} on a phone`).toHaveJSProperty('scrollWidth', PHONE.width);
      await page.setViewportSize(DESKTOP);
    });
  }
  expect(faults).toEqual([]);
});

test('the pages of the models need no sign-in on this machine, and the feed is alive', async ({ page, faults }) => {
  await visit(page, 'overview');

  await expect(page.locator('[data-feed="live"]')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What the models say' })).toBeVisible();
  await expect(page.getByRole('banner').getByText('Stop')).toHaveAttribute('aria-disabled', 'true');
  expect(faults).toEqual([]);
});

test('the keyboard reaches every page and every command', async ({ page }) => {
  await visit(page, 'overview');
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(page).toHaveURL(/\/app\/risk/);

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a page or a command' }).fill('perf');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/app\/performance/);

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('an address without a page says so, and 127.0.0.1 moves to localhost', async ({ page, baseURL }) => {
  await page.goto('/app/nowhere');
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();

  await page.goto(`${baseURL?.replace('localhost', '127.0.0.1')}/app/trades?symbol=X`);
  await expect(page).toHaveURL(`${baseURL}/app/trades?symbol=X`);
});
