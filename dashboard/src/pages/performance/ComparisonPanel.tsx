import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { data, models } from '@/api/clients';
import { asFailure } from '@/api/failure';
import type { components } from '@/api/generated/signals-api';
import { keys } from '@/api/keys';
import { download } from '@/api/plain';
import { Button } from '@/ui/Button';
import { DataTable, type Column } from '@/ui/DataTable';
import { FailureNote } from '@/ui/FailureNote';
import { Figure } from '@/ui/Figure';
import { Label } from '@/ui/Label';
import { Panel } from '@/ui/Panel';
import type { Kind } from '@/format/units';
import { ofRun, whyMissing, type Period } from './performance';

type Row = components['schemas']['StrategyPerformance'];
type Field = keyof Row & string;

const FIGURES: readonly { field: Field; header: string; kind: Kind; unit?: string; gain?: boolean; wide?: boolean }[] =
  [
    { field: 'total_return_pct', header: 'Return', kind: 'percent', gain: true },
    { field: 'daily_return_pct', header: 'Today', kind: 'percent', gain: true, wide: true },
    { field: 'sharpe_ratio', header: 'Sharpe', kind: 'ratio' },
    { field: 'sortino_ratio', header: 'Sortino', kind: 'ratio', wide: true },
    { field: 'calmar_ratio', header: 'Calmar', kind: 'ratio', wide: true },
    { field: 'volatility_pct', header: 'Volatility', kind: 'percent', wide: true },
    { field: 'max_drawdown_pct', header: 'Deepest fall', kind: 'percent' },
    { field: 'current_drawdown_pct', header: 'Fall now', kind: 'percent', wide: true },
    { field: 'win_rate', header: 'Win rate', kind: 'fraction', wide: true },
    { field: 'profit_factor', header: 'Profit factor', kind: 'ratio' },
    { field: 'total_trades', header: 'Trades', kind: 'count' },
    { field: 'open_positions', header: 'Open', kind: 'count', wide: true },
    { field: 'avg_hold_time_minutes', header: 'Held for', kind: 'duration', wide: true },
    { field: 'current_equity', header: 'Equity', kind: 'money', wide: true },
  ];

/** Every model with all its figures; one that is chosen is shown in detail. */
export function ComparisonPanel({
  period,
  run,
  onChoose,
}: {
  period: Period;
  run: number;
  onChoose: (strategy: string) => void;
}) {
  const comparison = useQuery({
    queryKey: [...keys.models.all, 'comparison', period, run],
    queryFn: ({ signal }) =>
      data(models.GET('/api/models/performance/comparison', { params: { query: { period, ...ofRun(run) } }, signal })),
    refetchInterval: 60_000,
  });
  const columns = useMemo(() => [NAME, ...FIGURES.map(columnOf), VERDICT], []);
  return (
    <Panel
      title="Models side by side"
      query={comparison}
      at={(read) => read.end_date}
      label={(read) => read.label}
      staleAfterSeconds={2 * 3600}
      empty={(read) =>
        read.strategies?.length ? undefined : { text: read.reason?.message ?? 'No model has traded in this period.' }
      }
    >
      {(read) => (
        <>
          <DataTable
            name="Models side by side"
            rows={read.strategies ?? []}
            columns={columns}
            rowKey={(row) => row.strategy_code ?? ''}
            onRow={(row) => onChoose(row.strategy_code ?? '')}
          />
          <Report period={period} />
        </>
      )}
    </Panel>
  );
}

function Report({ period }: { period: Period }) {
  const report = useMutation({
    mutationFn: () =>
      download('signals-api-service', `/api/models/report.html?period=${period}`, `models-${period}.html`, 'text/html'),
  });
  return (
    <>
      <div>
        <Button disabledReason={report.isPending ? 'It is being written' : undefined} onClick={() => report.mutate()}>
          The report as one file
        </Button>
      </div>
      {report.error ? <FailureNote failure={asFailure(report.error)} /> : null}
    </>
  );
}

const NAME: Column<Row> = {
  id: 'model',
  header: 'Model',
  value: (row) => row.strategy_name ?? row.strategy_code,
  cell: (row) => (
    <>
      {row.strategy_name ?? row.strategy_code} <Label of={undefined} proxy={row.proxy} />
    </>
  ),
};

const VERDICT: Column<Row> = { id: 'verdict', header: 'Verdict', wide: true, value: (row) => row.verdict };

function columnOf({ field, header, kind, gain, wide }: (typeof FIGURES)[number]): Column<Row> {
  const value = (row: Row) => {
    const figure = row[field];
    return typeof figure !== 'number' ? undefined : kind === 'duration' ? figure * 60 : figure;
  };
  return {
    id: field,
    header,
    numeric: true,
    ...(wide ? { wide } : {}),
    value,
    cell: (row) => (
      <Figure value={value(row)} kind={kind} reason={whyMissing(row.unavailable, field)} {...(gain ? { gain } : {})} />
    ),
  };
}
