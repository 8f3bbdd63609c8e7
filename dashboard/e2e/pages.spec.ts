import AxeBuilder from '@axe-core/playwright';
import { expect, PAGES, signIn, test, visit } from './suite';

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** What of the rules on accessibility depends on the colours. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

async function seriousViolations(axe: AxeBuilder): Promise<string[]> {
  // No page shows one of another origin, which takes the other way and twice the time.
  const { violations } = await axe.setLegacyMode(true).analyze();
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
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
      const all = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']);
      expect.soft(await seriousViolations(all), path).toEqual([]);

      await page.emulateMedia({ colorScheme: 'dark' });
      await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
      const ofColours = new AxeBuilder({ page }).withRules(OF_COLOURS);
      expect.soft(await seriousViolations(ofColours), `${path}, dark`).toEqual([]);

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
