// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Failure } from '@/api/failure';
import { Figure } from './Figure';
import { Panel, type PanelProps } from './Panel';

type Query = PanelProps<string[]>['query'];

function query(change: Partial<Query>): Query {
  return {
    data: undefined,
    error: null,
    isPending: false,
    isFetching: false,
    dataUpdatedAt: Date.now(),
    errorUpdatedAt: Date.now(),
    refetch: vi.fn(),
    ...change,
  } as Query;
}

function show(change: Partial<Query>, at?: string) {
  return render(
    <Panel
      title="Orders"
      query={query(change)}
      at={at === undefined ? undefined : () => at}
      empty={(rows) => (rows.length === 0 ? { text: 'Nothing was ordered.' } : undefined)}
    >
      {(rows) => (
        <ul>
          {rows.map((row) => (
            <li key={row}>{row}</li>
          ))}
        </ul>
      )}
    </Panel>,
  );
}

afterEach(cleanup);

describe('a panel', () => {
  it('is loading, then ready', () => {
    show({ isPending: true });
    expect(screen.getByLabelText('Loading')).toBeTruthy();
    cleanup();
    show({ data: ['EURUSD <b>'] });
    expect(screen.getByText('EURUSD <b>')).toBeTruthy();
  });

  it('says what there is to do when it is empty', () => {
    show({ data: [] });
    expect(screen.getByText('Nothing was ordered.')).toBeTruthy();
  });

  it('says that it is stale, and how old', () => {
    show({ data: ['a'] }, new Date(Date.now() - 5_400_000).toISOString());
    expect(screen.getByText(/Stale: this is 1 h old/)).toBeTruthy();
  });

  it('keeps what it has while its service is offline, and names that', () => {
    show({ data: ['a'], error: new Failure('offline', 'ledger-service', 503, 'SERVICE_OFFLINE', 'nobody answers') });
    expect(screen.getByText('ledger-service')).toBeTruthy();
    expect(screen.getByText('a')).toBeTruthy();
  });

  it('tells since when its service is offline, however often it was tried again', () => {
    const error = new Failure('offline', 'ledger-service', 503, 'SERVICE_OFFLINE', 'nobody answers');
    const now = Date.now();
    const failed = (ago: number, answered: number) => (
      <Panel
        title="Orders"
        query={query({ data: ['a'], error, errorUpdatedAt: now - ago, dataUpdatedAt: now - answered })}
      >
        {(rows) => rows.join()}
      </Panel>
    );
    const page = render(failed(630_000, 640_000));
    expect(screen.getByRole('status').textContent).toContain('since 10 min');
    page.rerender(failed(2_000, 640_000));
    expect(screen.getByRole('status').textContent).toContain('since 10 min');
    page.rerender(failed(150_000, 180_000));
    expect(screen.getByRole('status').textContent).toContain('since 2 min');
  });

  it('shows an error with code and trace id', () => {
    show({ error: new Failure('refused', 'x', 500, 'INTERNAL', 'It failed', [], 'abc123') });
    expect(screen.getByText('It failed')).toBeTruthy();
    expect(screen.getByText('abc123')).toBeTruthy();
    expect(screen.getByText(/INTERNAL/)).toBeTruthy();
  });

  it('that fails takes nothing down but itself', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    render(
      <>
        <Panel title="Broken" query={query({ data: ['a'] })}>
          {() => {
            throw new Error('a field is missing');
          }}
        </Panel>
        <p>The rest</p>
      </>,
    );
    expect(screen.getByText('a field is missing')).toBeTruthy();
    expect(screen.getByText('The rest')).toBeTruthy();
  });
});

describe('a figure', () => {
  it('that is missing is a dash with its reason, for the eye and for the ear', () => {
    render(<Figure value={undefined} kind="money" reason="No position has been closed" />);
    const dash = screen.getByText('–');
    expect(dash.dataset.reason).toBe('No position has been closed');
    expect(dash.tabIndex).toBe(0);
  });

  it('that is a gain has a sign beside its colour', () => {
    render(<Figure value={12.5} kind="money" gain unit="USD" />);
    expect(screen.getByText('+12.50').className).toContain('text-up');
  });
});
