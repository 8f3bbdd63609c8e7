import { mkdirSync } from 'node:fs';
import { expect, PAGES, signIn, test, visit } from './suite';

/** Where the pictures of the docs go; without it none are taken. */
const folder = process.env.SUITE_SCREENSHOTS;

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** What a page shows most of. */
const ADDRESS: Readonly<Record<string, string>> = { trades: 'trades?of=models', performance: 'performance?period=30d' };

for (const theme of ['light', 'dark'] as const) {
  test(`the pictures of the docs: ${theme}`, async ({ page }) => {
    test.skip(folder === undefined, 'SUITE_SCREENSHOTS is not set: no pictures are taken');
    test.slow();
    mkdirSync(folder ?? '', { recursive: true });
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await signIn(page);
    for (const name of PAGES) {
      for (const [size, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
        await page.setViewportSize(viewport);
        await visit(page, ADDRESS[name] ?? name);
        await expect(page.locator('[data-feed="live"]')).toBeVisible();
        await expect(page.getByRole('banner')).toContainText('ACTIVE');
        await page.waitForLoadState('networkidle');
        await expect(page.getByLabel('Loading')).toHaveCount(0);
        await page.screenshot({ path: `${folder ?? ''}/${name}-${size}-${theme}.jpg`, type: 'jpeg', quality: 60 });
      }
    }
  });
}
