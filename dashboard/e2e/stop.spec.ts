import type { Page } from '@playwright/test';
import { ask, expect, signIn, test, visit } from './suite';

/** A trade the brain says BUY to, at the price the simulated market has now: a position is closed at a fresh price only. */
function buy(account: string, price: number): object {
  return {
    account_id: account,
    symbol: 'EURUSD.SIM',
    current_price: price,
    stop_loss_pips: 50,
    risk_strategy: 'fixed_risk',
    risk_percent: 1,
    leverage: 1,
    auto_execute: true,
    indicators: {
      rsi: 28,
      macd: 0.0008,
      macd_signal: 0.0003,
      ema_fast: price + 0.0005,
      ema_slow: price - 0.0015,
      adx: 30,
      plus_di: 30,
      minus_di: 12,
      atr: 0.0012,
    },
  };
}

async function price(page: Page): Promise<number> {
  const latest = (await ask(page, 'GET', '/api/v1/prices/latest?symbols=EURUSD.SIM')) as {
    prices: { price: number }[];
  };
  return latest.prices[0]?.price ?? 0;
}

/** Goes through the dialog of the stop switch, from the commands, and waits until it is done. */
async function stopTrading(page: Page, level: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a page or a command' }).fill('stop trading');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Stop trading' });
  await dialog.getByRole('button', { name: level, exact: true }).click();
  const act = dialog.getByRole('button', { name: 'Stop trading' });
  await expect(act).toHaveAttribute('aria-disabled', 'true');
  await dialog.getByLabel('Reason').fill('a try in the browser');
  await dialog.getByLabel('Type STOP to confirm').fill('STOP');
  await act.dblclick();
  await expect(dialog.getByRole('status')).toContainText('It is done.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toHaveCount(0);
}

test('trading is stopped at each level, and what was open is closed by the last', async ({ page, faults }) => {
  await signIn(page);
  const account = `stop-${String(Date.now())}`;
  await ask(page, 'POST', '/api/v1/accounts', { id: account, currency: 'USD', initial_balance: 10_000 });
  await expect
    .poll(async () => {
      const made = (await ask(page, 'POST', '/api/v1/orchestrator/execute', buy(account, await price(page)))) as {
        execution_result?: { status?: string };
      };
      return made.execution_result?.status;
    })
    .toBe('filled');
  const positions = async () =>
    ((await ask(page, 'GET', `/api/v1/accounts/${account}`)) as { positions?: unknown[] }).positions?.length;
  await expect.poll(positions).toBe(1);
  await visit(page, `risk?account=${account}`);
  const bar = page.getByRole('banner');

  await stopTrading(page, 'entries');
  await expect(bar).toContainText('REDUCE_ONLY');
  expect(await positions()).toBe(1);

  await stopTrading(page, 'halt');
  await expect(bar).toContainText('HALTED');
  expect(await positions()).toBe(1);

  await stopTrading(page, 'flatten');
  await expect(bar).toContainText('HALTED');
  await expect.poll(positions).toBe(0);
  expect(faults).toEqual([]);
});
