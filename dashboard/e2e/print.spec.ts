import { expect, test, visit } from './suite';

test('paper gets the page light, without navigation and buttons, and with whole tables', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('trade-suite.display', JSON.stringify({ theme: 'dark' })));
  await visit(page, 'overview');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.emulateMedia({ media: 'print' });

  await expect(page.locator('nav')).toBeHidden();
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(23, 32, 42)');
  for (const region of await page.getByRole('region').all()) {
    await expect(region).toHaveCSS('overflow', 'visible');
  }
});
