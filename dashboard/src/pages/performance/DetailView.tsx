import { useMemo } from 'react';
import type { components } from '@/api/generated/signals-api';
import { formatted } from '@/format/units';
import { words } from '@/format/words';
import { Chart, type ChartSeries } from '@/ui/Chart';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { When } from '@/ui/When';
import { heatOf, monthTable, whyMissing, type Details } from './performance';

type Spell = components['schemas']['DrawdownSpell'];
type Curve = components['schemas']['CurveFigures'];

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const SPELLS: readonly Column<Spell>[] = [
  {
    id: 'depth',
    header: 'Depth',
    numeric: true,
    value: (row) => row.depth_pct,
    cell: (row) => <Figure value={row.depth_pct} kind="percent" />,
  },
  { id: 'peak', header: 'From', value: (row) => row.peak_at, cell: (row) => <When at={row.peak_at} day /> },
  { id: 'trough', header: 'Lowest', value: (row) => row.trough_at, cell: (row) => <When at={row.trough_at} day /> },
  {
    id: 'recovered',
    header: 'Back',
    value: (row) => row.recovered_at,
    cell: (row) => <When at={row.recovered_at} day reason="It is not back yet" />,
  },
];

const FIGURES: readonly { field: keyof Curve & string; name: string; kind: 'percent' | 'ratio' }[] = [
  { field: 'total_return_pct', name: 'Return', kind: 'percent' },
  { field: 'volatility_pct', name: 'Volatility', kind: 'percent' },
  { field: 'sharpe_ratio', name: 'Sharpe', kind: 'ratio' },
  { field: 'sortino_ratio', name: 'Sortino', kind: 'ratio' },
  { field: 'calmar_ratio', name: 'Calmar', kind: 'ratio' },
  { field: 'max_drawdown_pct', name: 'Deepest fall', kind: 'percent' },
];

/** Figures beside those of doing nothing and holding, months and years, falls, returns by size, and the last windows. */
export function DetailView({ name, details }: { name: string; details: Details }) {
  return (
    <>
      <Beside name={name} details={details} />
      <Months months={details.monthly_returns} />
      <Years years={details.yearly_returns} />
      {details.drawdowns?.length ? (
        <DataTable
          name={`Falls of ${name}`}
          rows={details.drawdowns}
          columns={SPELLS}
          rowKey={(row) => `${row.peak_at} ${row.depth_pct}`}
        />
      ) : null}
      <Histogram details={details} />
      <Rolling details={details} />
    </>
  );
}

function Beside({ name, details }: { name: string; details: Details }) {
  const columns: [string, Curve | undefined][] = [
    [name, details.summary],
    ...(details.baselines ?? []).map((baseline): [string, Curve | undefined] => [
      (baseline.name ?? '').replaceAll('_', ' '),
      baseline.figures,
    ]),
  ];
  return (
    <table className="w-full text-sm">
      <thead className="text-xs text-quiet">
        <tr>
          <th />
          {columns.map(([title]) => (
            <th key={title} className="text-end font-normal">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {FIGURES.map(({ field, name: title, kind }) => (
          <tr key={field} className="border-t border-line">
            <th className="text-start font-normal">{title}</th>
            {columns.map(([of, figures]) => (
              <td key={of} className="text-end">
                <Figure
                  value={figures?.[field] as number | undefined}
                  kind={kind}
                  reason={whyMissing(figures?.unavailable, field)}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Months({ months }: { months: Details['monthly_returns'] }) {
  const table = monthTable(months);
  const most = Math.max(...table.flatMap(({ months: row }) => row.map((value) => Math.abs(value ?? 0))));
  return table.length === 0 ? null : (
    <div role="region" aria-label="Return of each month" tabIndex={0} className="overflow-x-auto">
      <table className="text-sm">
        <thead className="text-xs text-quiet">
          <tr>
            <th className="pe-3 text-start font-normal">%</th>
            {MONTHS.map((month) => (
              <th key={month} className="px-2 text-end font-normal">
                {month}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.map(({ year, months: row }) => (
            <tr key={year}>
              <th className="pe-3 text-start font-normal">{year}</th>
              {row.map((value, place) => (
                <td key={MONTHS[place]} className="px-2 text-end" style={{ background: heatOf(value, most) }}>
                  <Figure value={value} kind="ratio" signed reason="No return in this month" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A bar for each year, to the right where it won and to the left where it lost. */
function Years({ years }: { years: Details['yearly_returns'] }) {
  const most = Math.max(...(years ?? []).map((year) => Math.abs(year.return_pct ?? 0)));
  return years?.length ? (
    <figure>
      <figcaption className="text-xs text-quiet">Return of each year (%)</figcaption>
      <ol className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 text-sm">
        {years.map(({ year, return_pct: value }) => {
          const width = most === 0 ? 0 : (50 * Math.abs(value ?? 0)) / most;
          return (
            <li key={year} className="contents">
              <span>{year}</span>
              <span aria-hidden className="h-2">
                <span
                  className={`block h-full rounded ${(value ?? 0) < 0 ? 'bg-down' : 'bg-up'}`}
                  style={{ width: `${width}%`, marginInlineStart: `${(value ?? 0) < 0 ? 50 - width : 50}%` }}
                />
              </span>
              <Figure value={value} kind="ratio" gain />
            </li>
          );
        })}
      </ol>
    </figure>
  ) : null;
}

function Histogram({ details }: { details: Details }) {
  const bins = details.histogram ?? [];
  const most = Math.max(...bins.map((bin) => bin.count ?? 0), 0);
  return bins.length === 0 ? null : (
    <figure>
      <figcaption className="text-xs text-quiet">Returns by size (%)</figcaption>
      <ol className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 text-xs">
        {bins.map((bin) => (
          <li key={bin.from_pct} className="contents">
            <span className="figure text-end">
              {formatted(bin.from_pct, 'ratio')} to {formatted(bin.to_pct, 'ratio')}
            </span>
            <span aria-hidden className="h-2">
              <span
                className="block h-full rounded bg-accent"
                style={{ width: `${most === 0 ? 0 : (100 * (bin.count ?? 0)) / most}%` }}
              />
            </span>
            <span className="figure text-end">{bin.count}</span>
          </li>
        ))}
      </ol>
    </figure>
  );
}

function Rolling({ details }: { details: Details }) {
  const series = useMemo((): ChartSeries[] => {
    const points = details.rolling?.points ?? [];
    const of = (field: 'sharpe_ratio' | 'volatility_pct') =>
      points.map((point) => ({ time: Math.floor(Date.parse(point.timestamp ?? '') / 1000), value: point[field] }));
    return [
      { name: 'Sharpe', points: of('sharpe_ratio'), pane: 0 },
      { name: 'Volatility (%)', points: of('volatility_pct'), pane: 1 },
    ];
  }, [details.rolling]);
  return details.rolling?.points?.length ? (
    <Chart name={`Sharpe and volatility of ${details.rolling.window ?? ''} returns`} series={series} kind="ratio" />
  ) : (
    <p className="text-xs text-quiet">
      Rolling figures: {words(details.rolling?.unavailable?.[0]?.reason ?? 'TOO_FEW_RETURNS')}
    </p>
  );
}
