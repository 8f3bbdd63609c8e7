// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PortfolioDialog } from './PortfolioDialog';

const sent: { path: string; body: unknown }[] = [];
let valid = true;
/** The portfolio as the ledger has it. */
let stored: Record<string, unknown> = { portfolio_id: 1 };

/** The machine may be busy. */
const PATIENCE = { timeout: 20_000 };

beforeEach(() => {
  sent.length = 0;
  valid = true;
  vi.stubGlobal('fetch', async (request: Request) => {
    const path = new URL(request.url).pathname;
    if (request.method !== 'GET') {
      sent.push({ path, body: await request.json() });
    }
    return Response.json(answer(path));
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function answer(path: string): unknown {
  switch (path) {
    case '/orchestrator/status':
      return { strategy_controllers: { momentum: { status: 'online' } } };
    case '/strategies/momentum/info':
      return { parameters: [{ name: 'min_score', kind: 'DECIMAL', default_value: 0.35, meaning: 'How sure.' }] };
    case '/strategies/momentum/validate-config':
      return valid
        ? { valid, errors: [] }
        : { valid, errors: [{ field: 'min_score', code: 'WRONG_TYPE', message: 'expected a number' }] };
    default:
      return stored;
  }
}

async function filled(score: string) {
  const onClose = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PortfolioDialog onClose={onClose} />
    </QueryClientProvider>,
  );
  fireEvent.change(await screen.findByLabelText('min_score', {}, PATIENCE), { target: { value: score } });
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Try' } });
  fireEvent.click(screen.getByRole('button', { name: 'Create it' }));
  return onClose;
}

test('a portfolio is created with the parameters that were validated', { timeout: 60_000 }, async () => {
  const onClose = await filled('0.5');
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled(), PATIENCE);

  expect(sent).toEqual([
    { path: '/strategies/momentum/validate-config', body: { min_score: 0.5 } },
    {
      path: '/portfolios/create',
      body: { name: 'Try', strategy_type: 'momentum', initial_balance: 10000, strategy_config: { min_score: 0.5 } },
    },
  ]);
});

test('parameters that are not taken are told at their field, and nothing is saved', { timeout: 60_000 }, async () => {
  valid = false;
  const onClose = await filled('abc');

  expect(await screen.findByText('expected a number', { selector: 'span' }, PATIENCE)).toBeTruthy();
  expect(screen.getByRole('alert').textContent).toContain('Nothing was saved');
  expect(sent.map(({ path }) => path)).toEqual(['/strategies/momentum/validate-config']);
  expect(onClose).not.toHaveBeenCalled();
});

const SETTINGS = {
  portfolio_id: 1,
  name: 'Try',
  strategy_type: 'momentum',
  schedule: 'PT15M',
  strategy_config: { min_score: 0.5 },
  config_checked: true,
};

async function opened() {
  const onClose = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PortfolioDialog portfolio={SETTINGS} onClose={onClose} />
    </QueryClientProvider>,
  );
  const score = await screen.findByLabelText('min_score', {}, PATIENCE);
  const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  return { onClose, score, save };
}

test('what nobody typed is not saved, so that what somebody else has set stays', { timeout: 60_000 }, async () => {
  stored = { ...SETTINGS, strategy_config: { min_score: 0.7 }, schedule: 'PT30M' };
  const { onClose, save } = await opened();
  fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Other' } });
  save();
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled(), PATIENCE);

  expect(sent).toEqual([{ path: '/portfolios/1', body: { name: 'Other' } }]);
});

test('a field that was set by somebody else meanwhile is saved the second time', { timeout: 60_000 }, async () => {
  stored = { ...SETTINGS, strategy_config: { min_score: 0.7, other: 1 } };
  const { onClose, score, save } = await opened();
  fireEvent.change(score, { target: { value: '0.6' } });
  save();
  expect(await screen.findByText(/It was set to 0.7 meanwhile/, { selector: 'span' }, PATIENCE)).toBeTruthy();
  expect(sent).toEqual([]);
  save();
  await vi.waitFor(() => expect(onClose).toHaveBeenCalled(), PATIENCE);

  expect(sent.at(-1)).toEqual({ path: '/portfolios/1', body: { strategy_config: { min_score: 0.6, other: 1 } } });
});

test('what was found wrong with a field goes when it is typed over', { timeout: 60_000 }, async () => {
  valid = false;
  await filled('abc');
  await screen.findByText('expected a number', { selector: 'span' }, PATIENCE);
  fireEvent.change(screen.getByLabelText('min_score'), { target: { value: '0.5' } });

  expect(screen.queryByText('expected a number', { selector: 'span' })).toBeNull();
});
