// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PortfolioActs } from './PortfolioActs';

const sent: { path: string; body: unknown }[] = [];

/** The machine may be busy. */
const PATIENCE = { timeout: 20_000 };

vi.mock('@/auth/session', async (original) => ({ ...(await original<object>()), useMissing: () => undefined }));

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal('fetch', async (request: Request) => {
    sent.push({ path: new URL(request.url).pathname, body: await request.json() });
    return Response.json({ portfolio_id: 7 });
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function shown(change?: { changed_by: string; reason?: string; changed_at: string }) {
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <PortfolioActs
        portfolio={{
          portfolio_id: 7,
          name: 'North',
          status: change === undefined ? 'ACTIVE' : 'PAUSED',
          ...(change === undefined ? {} : { status_change: change }),
        }}
      />
    </QueryClientProvider>,
  );
}

test('who brought it to its status, why and since when', { timeout: 60_000 }, () => {
  shown({ changed_by: 'ann', reason: 'The venue is down.', changed_at: '2026-03-04T10:00:00Z' });
  expect(screen.getByText(/North is paused/).textContent).toMatch(/since .*, by ann: The venue is down\./);
  cleanup();
  shown({ changed_by: 'ann', changed_at: '2026-03-04T10:00:00Z' });
  expect(screen.getByText(/North is paused/).textContent).toContain('by ann: no reason was said.');
  cleanup();
  shown();
  expect(screen.getByText(/North is active/).textContent).toContain('as it was opened.');
});

test('a pause goes out with its reason, and not without', { timeout: 60_000 }, async () => {
  shown();
  fireEvent.click(screen.getByRole('button', { name: 'Pause' }));
  fireEvent.click(await screen.findByRole('button', { name: /Pause it/ }, PATIENCE));
  expect(sent).toEqual([]);
  fireEvent.change(screen.getByLabelText('Reason'), { target: { value: ' The venue is down. ' } });
  fireEvent.click(screen.getByRole('button', { name: /Pause it/ }));
  await vi.waitFor(
    () => expect(sent).toEqual([{ path: '/portfolios/7/pause', body: { reason: 'The venue is down.' } }]),
    PATIENCE,
  );
});
