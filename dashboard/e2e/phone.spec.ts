import AxeBuilder from '@axe-core/playwright';
import { expect, test, visit } from './suite';

const AT = '2026-03-02T10:00:00Z';
const MODELS = ['RL_PPO', 'ML_XGB', 'ML_LGBM', 'LLM_CLAUDE', 'ENSEMBLE'];

test.use({ viewport: { width: 390, height: 844 } });

for (const path of ['overview', 'positions', 'risk', 'notifications']) {
  test(`on a phone nothing of the page is beside it: ${path}`, async ({ page }) => {
    // Recorded answers with long names and long prices; all else is offline, which has to fit as well.
    await page.route('**/api/**', (route) => route.fulfill({ status: 503, json: { code: 'UNAVAILABLE' } }));
    await page.route('**/api/models/signals/latest*', (route) =>
      route.fulfill({
        json: {
          symbol: 'EURUSD.SIM',
          timestamp: AT,
          market_status: 'open',
          label: 'SIMULATED',
          signals: MODELS.map((code) => ({
            strategy_code: code,
            strategy_name: `${code} with a name that is longer than a phone is wide`,
            signal: 'long',
            side: 'buy',
            confidence: 0.5,
            proxy: true,
            timestamp: AT,
          })),
        },
      }),
    );
    await page.route('**/api/models/positions/current*', (route) =>
      route.fulfill({
        json: {
          timestamp: AT,
          label: 'SIMULATED',
          positions: MODELS.map((code, place) => ({
            position_id: place,
            strategy_code: code,
            strategy_name: code,
            side: 'long',
            entry_price: 123456.789012,
            current_price: 123456.789012,
            unrealized_pnl: -123456.78,
          })),
        },
      }),
    );
    await visit(page, path);

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
      .analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
  });
}
