import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { data, ledger } from '@/api/clients';
import type { components } from '@/api/generated/ledger';
import { keys } from '@/api/keys';
import { Chart, type ChartSeries } from '@/ui/Chart';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { DetailView } from './DetailView';
import { whyMissing, type Period, type Resolution } from './performance';

type Worth = components['schemas']['BooksEquity'];
type Trips = components['schemas']['TripFigures'];

const POINTS = 2000;

/** How an account did: its equity and how far under water, its figures and its trades. */
export function BooksPanel({
  account,
  period,
  resolution,
}: {
  account: string;
  period: Period;
  resolution: Resolution;
}) {
  const path = { id: account };
  const equity = useQuery({
    queryKey: [...keys.ledger.account(account), 'equity', resolution],
    queryFn: ({ signal }) =>
      data(
        ledger.GET('/api/v1/accounts/{id}/equity', {
          params: { path, query: { resolution, limit: POINTS } },
          signal,
        }),
      ),
  });
  const performance = useQuery({
    queryKey: [...keys.ledger.account(account), 'performance', period],
    queryFn: ({ signal }) =>
      data(ledger.GET('/api/v1/accounts/{id}/performance', { params: { path, query: { period } }, signal })),
  });
  return (
    <>
      <Panel
        title={`Equity of ${account}`}
        query={equity}
        label={(read) => read.label}
        staleAfterSeconds={2 * 3600}
        empty={(read) =>
          read.points?.length ? undefined : { text: read.reason?.message ?? 'Nothing has moved its equity yet.' }
        }
      >
        {(read) => <Curve worth={read} />}
      </Panel>
      <Panel
        title={`Performance of ${account}`}
        query={performance}
        at={(read) => read.end_date}
        label={(read) => read.label}
        staleAfterSeconds={2 * 3600}
        empty={(read) => (read.summary ? undefined : { text: read.reason?.message ?? 'It has too short a past.' })}
      >
        {(read) => (
          <>
            <p className="text-sm">
              Net profit{' '}
              <Figure
                value={read.net_profit}
                kind="money"
                gain
                {...(read.currency === undefined ? {} : { unit: read.currency })}
              />
              , paid in and out <Figure value={read.net_cash_flow} kind="money" gain reason="Nothing was" />
            </p>
            {read.trades ? <Trades trips={read.trades} /> : null}
            <DetailView name={account} details={read} />
          </>
        )}
      </Panel>
    </>
  );
}

function Curve({ worth }: { worth: Worth }) {
  const series = useMemo((): ChartSeries[] => {
    const points = worth.points ?? [];
    const at = (timestamp: string | undefined) => Math.floor(Date.parse(timestamp ?? '') / 1000);
    return [
      { name: 'Equity', points: points.map((point) => ({ time: at(point.timestamp), value: point.equity })), pane: 0 },
      {
        name: 'Under water (%)',
        kind: 'area',
        pane: 1,
        points: points.map((point) => ({
          time: at(point.timestamp),
          value: point.drawdown_pct === undefined ? undefined : -Math.abs(point.drawdown_pct),
        })),
      },
    ];
  }, [worth]);
  return <Chart name="Equity and drawdown" series={series} kind="money" height={320} />;
}

function Trades({ trips }: { trips: Trips }) {
  return (
    <p className="text-sm">
      <Figure value={trips.total_trades} kind="count" /> trades, <Figure value={trips.wins} kind="count" /> won; profit
      factor <Figure value={trips.profit_factor} kind="ratio" reason={whyMissing(trips.unavailable, 'profit_factor')} />
      , fees <Figure value={trips.total_fees} kind="money" />
    </p>
  );
}
