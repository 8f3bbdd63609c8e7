import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { data, models } from '@/api/clients';
import type { components } from '@/api/generated/signals-api';
import { keys } from '@/api/keys';
import { seriesOf as feedSeries, type EquityBySeries } from '@/live/apply';
import { Chart, type ChartSeries } from '@/ui/Chart';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { Choice } from '@/ui/Choice';
import { oneOf, text, useUrlState } from '@/url/useUrlState';

type Curves = components['schemas']['EquityCurves'];

const HOURS = { '24h': 24, '7d': 168, '30d': 720 } as const;
const period = oneOf('24h', '7d', '30d');

/** Equity of every model, and below it how far each is from its highest; of the symbol that is filtered by. */
export function EquityPanel() {
  const [symbol] = useUrlState('symbol', text, '');
  const [chosen, choose] = useUrlState('period', period, '7d');
  const curves = useQuery({
    queryKey: keys.models.curves(symbol === '' ? undefined : symbol, HOURS[chosen], '1h'),
    queryFn: ({ signal }) =>
      data(
        models.GET('/api/models/equity-curves', {
          params: { query: { hours: HOURS[chosen], resolution: '1h', ...(symbol === '' ? {} : { symbol }) } },
          signal,
        }),
      ),
  });
  return (
    <Panel
      title="Equity and drawdown of the models"
      query={curves}
      at={(read) => read.end_date}
      label={(read) => read.label}
      staleAfterSeconds={2 * 3600}
      tools={<Choice name="Period" value={chosen} options={['24h', '7d', '30d']} onChoose={choose} />}
      empty={(read) =>
        read.curves?.some((curve) => (curve.data?.length ?? 0) > 0)
          ? undefined
          : {
              text: read.reason?.message ?? 'No model has an equity in this period.',
              action: (
                <Link className="text-accent underline" to="/data">
                  Work out the past: start a backfill
                </Link>
              ),
            }
      }
    >
      {(read) => <Curves curves={read} />}
    </Panel>
  );
}

function Curves({ curves }: { curves: Curves }) {
  const series = useMemo(() => seriesOf(curves), [curves]);
  return (
    <>
      <Now curves={curves} />
      <Chart name="Equity and drawdown" series={series} kind="money" height={320} />
    </>
  );
}

/** What each is worth now: as the feed told it last, else by the newest point. */
function Now({ curves }: { curves: Curves }) {
  const told = useQuery<EquityBySeries>({ queryKey: keys.models.equity, enabled: false }).data;
  const now = told?.[feedSeries(curves.symbol ?? '', curves.timeframe)] ?? told?.[feedSeries(curves.symbol ?? '', '')];
  return (
    <ul aria-label="Equity now" className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {(curves.curves ?? []).map((curve) => (
        <li key={curve.strategy_code}>
          <span className="text-quiet">{curve.strategy_name ?? curve.strategy_code}</span>{' '}
          <Figure
            value={now?.equity_curves[curve.strategy_code ?? ''] ?? curve.data?.at(-1)?.equity_value}
            kind="money"
            reason="It has no equity yet"
          />
        </li>
      ))}
    </ul>
  );
}

export function seriesOf(curves: Curves): ChartSeries[] {
  const own = curves.curves ?? [];
  const points = (value: 'equity_value' | 'drawdown_pct', sign: number) =>
    own.map((curve, place) => ({
      name: `${curve.strategy_name ?? curve.strategy_code ?? ''}${sign < 0 ? ', drawdown (%)' : ''}`,
      colour: place + 1,
      pane: sign < 0 ? 1 : 0,
      kind: 'line' as const,
      points: (curve.data ?? []).map((point) => ({
        time: Math.floor(Date.parse(point.timestamp ?? '') / 1000),
        value: point[value] === undefined ? undefined : sign * Math.abs(point[value]),
      })),
    }));
  return [...points('equity_value', 1), ...points('drawdown_pct', -1)];
}
