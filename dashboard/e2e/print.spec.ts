import { expect, test, visit } from './suite';

const MODELS = ['RL_PPO', 'ML_XGB'];
const TRADES = 2_345;
const PRINTED = 2_000;
const HOUR_MILLIS = 3_600_000;

/** The first colour of a series, as the two themes have it. */
const LIGHT = '11,101,94';
const DARK = '79,196,184';

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('trade-suite.display', JSON.stringify({ theme: 'dark' })));
});

test('paper gets the page light, its charts as well, without navigation and buttons, and comes back dark', async ({
  page,
}) => {
  const now = Date.now();
  await page.route('**/api/models/equity-curves?*', (route) =>
    route.fulfill({
      json: {
        symbol: 'EURUSD',
        label: 'PAPER',
        end_date: new Date(now).toISOString(),
        curves: MODELS.map((code, place) => ({
          strategy_code: code,
          data: Array.from({ length: 48 }, (_, hour) => ({
            timestamp: new Date(now - (48 - hour) * HOUR_MILLIS).toISOString(),
            equity_value: 10_000 + place * 100 + hour,
            drawdown_pct: 0,
          })),
        })),
      },
    }),
  );
  await visit(page, 'overview');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const panel = page.getByRole('region', { name: 'Equity and drawdown of the models' });
  const canvas = panel.locator('figure canvas').first();
  await expect(canvas).toBeVisible();

  await page.emulateMedia({ media: 'print' });

  await expect(page.locator('nav')).toBeHidden();
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(23, 32, 42)');
  for (const region of await page.getByRole('region').all()) {
    await expect(region).toHaveCSS('overflow', 'visible');
  }
  const colours = await panel.locator('figure > div > canvas').evaluate((picture: HTMLCanvasElement) => {
    const data =
      picture.getContext('2d')?.getImageData(0, 0, picture.width, picture.height).data ?? new Uint8ClampedArray();
    const found = new Set<string>();
    for (let at = 0; at < data.length; at += 4) {
      found.add(data.slice(at, at + 3).join(','));
    }
    return [...found];
  });
  expect(colours).toContain(LIGHT);
  expect(colours).not.toContain(DARK);

  await page.emulateMedia({ media: null });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(panel.locator('figure > div > canvas')).toHaveCount(0);
  await expect(canvas).toBeVisible();
});

test('paper has the rows of a long table that the screen does not draw, and says how many more there are', async ({
  page,
}) => {
  await page.route('**/api/models/trades?*', (route) =>
    route.fulfill({
      json: {
        symbol: 'EURUSD',
        total: TRADES,
        trades: Array.from({ length: TRADES }, (_, index) => ({ position_id: index + 1, strategy_code: 'RL_PPO' })),
      },
    }),
  );
  await visit(page, 'trades?of=models');
  const table = page.getByRole('table').first();
  await expect(table.getByRole('row').nth(1)).toBeVisible();
  expect(await table.getByRole('row').count()).toBeLessThan(200);

  // As the browser does it: it takes the page as it stands when the event is over.
  const printed = await page.evaluate(() => {
    dispatchEvent(new Event('beforeprint'));
    const rows = document.querySelectorAll('table')[0]?.querySelectorAll('tbody tr').length;
    return { rows, theme: document.documentElement.dataset.theme, text: document.body.innerText };
  });
  expect(printed.rows).toBe(PRINTED);
  expect(printed.theme).toBe('light');
  expect(printed.text).toContain('The first 2,000 rows; 345 more are in the CSV.');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await table.getByRole('row').count()).toBeLessThan(200);
});
