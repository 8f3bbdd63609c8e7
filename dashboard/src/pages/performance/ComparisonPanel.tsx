import { useMemo } from 'react';
import { asFailure } from '@/api/failure';
import type { Kind } from '@/format/units';
import { serverClock } from '@/time/clock';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Label } from '@/ui/Label';
import { Panel } from '@/ui/Panel';
import { Reason } from '@/ui/Reason';
import { allOf } from './allOf';
import type { Book } from './books';
import { ofBooks, ofModel, type ComparedRow, type Field } from './comparison';
import { staleAfter } from './performance';
import { useEquities, usePerformances, type Asked, type useBooks } from './useBooks';

const FIGURES: readonly {
  field: Field;
  header: string;
  kind: Kind;
  gain?: boolean;
  wide?: boolean;
  decimals?: number;
}[] = [
  { field: 'total_return_pct', header: 'Return', kind: 'percent', gain: true },
  { field: 'daily_return_pct', header: 'Today', kind: 'percent', gain: true, wide: true },
  { field: 'sharpe_ratio', header: 'Sharpe', kind: 'ratio' },
  { field: 'sortino_ratio', header: 'Sortino', kind: 'ratio', wide: true },
  { field: 'calmar_ratio', header: 'Calmar', kind: 'ratio', wide: true },
  { field: 'volatility_pct', header: 'Volatility', kind: 'percent', wide: true },
  { field: 'max_drawdown_pct', header: 'Deepest fall', kind: 'percent' },
  { field: 'current_drawdown_pct', header: 'Fall now', kind: 'percent', wide: true },
  { field: 'win_rate', header: 'Win rate', kind: 'fraction', wide: true },
  { field: 'profit_factor', header: 'Profit factor', kind: 'ratio', decimals: 4 },
  { field: 'total_trades', header: 'Trades', kind: 'count' },
  { field: 'open_positions', header: 'Open', kind: 'count', wide: true },
  { field: 'avg_hold_time_minutes', header: 'Held for', kind: 'duration', wide: true },
  { field: 'current_equity', header: 'Equity', kind: 'money', wide: true },
];

/** Every one that is chosen with all its figures; a row leads to its details. */
export function ComparisonPanel({
  asked,
  chosen,
  of,
  onChoose,
}: {
  asked: Asked;
  chosen: readonly Book[];
  of: ReturnType<typeof useBooks>;
  onChoose: (key: string) => void;
}) {
  const { comparison, accounts, portfolios } = of;
  const own = chosen.filter((each) => each.kind !== 'model');
  const performances = usePerformances(own, asked.period);
  const equities = useEquities(own, asked.resolution);
  const rows = chosen.map((book): ComparedRow => {
    if (book.kind === 'model') {
      const model = comparison.data?.strategies?.find((each) => each.strategy_code === book.id);
      return ofModel(book, model, comparison.data?.label);
    }
    const place = own.indexOf(book);
    const read = performances[place];
    return ofBooks(book, read?.data, {
      drawdown: equities[place]?.data?.points?.at(-1)?.drawdown_pct,
      open:
        book.kind === 'account'
          ? accounts.data?.find((each) => each.id === book.id)?.positions?.length
          : portfolios.data?.portfolios?.find((each) => String(each.portfolio_id) === book.id)?.open_positions,
      unread: read?.error ? asFailure(read.error).message : read?.data === undefined ? 'It is being read' : undefined,
    });
  });
  const hasModels = chosen.some((each) => each.kind === 'model');
  const columns = useMemo(() => [NAME, TYPE, ...FIGURES.map(columnOf), VERDICT, VERSION], []);
  return (
    <Panel
      title="Side by side"
      query={allOf([...(hasModels || chosen.length === 0 ? [comparison] : []), ...performances], rows)}
      at={() => (asked.run > 0 || !hasModels ? undefined : comparison.data?.end_date)}
      staleAfterSeconds={staleAfter(asked.run, hasModels ? comparison.data?.end_date : undefined, serverClock.now())}
      empty={(read) =>
        read.length > 0
          ? undefined
          : {
              text:
                comparison.data?.reason?.message ?? 'No model has traded in this period, and nothing else is chosen.',
            }
      }
    >
      {(read) => (
        <DataTable
          name="Side by side"
          rows={read}
          columns={columns}
          rowKey={(row) => row.key}
          onRow={(row) => onChoose(row.key)}
        />
      )}
    </Panel>
  );
}

const NAME: Column<ComparedRow> = {
  id: 'name',
  header: 'Name',
  value: (row) => row.name,
  cell: (row) => (
    <>
      {row.name} <Label of={row.label} proxy={row.proxy} />
    </>
  ),
};

const TYPE: Column<ComparedRow> = { id: 'type', header: 'Kind', wide: true, value: (row) => row.type };

const VERDICT = worded('verdict', 'Verdict');
const VERSION = worded('version', 'Version');

function worded(field: 'verdict' | 'version', header: string): Column<ComparedRow> {
  return {
    id: field,
    header,
    wide: true,
    value: (row) => row[field],
    cell: (row) => row[field] ?? <Reason why={row.why(field)}>–</Reason>,
  };
}

function columnOf({ field, header, kind, gain, wide, decimals }: (typeof FIGURES)[number]): Column<ComparedRow> {
  const value = (row: ComparedRow) => {
    const figure = row.figures[field];
    return figure !== undefined && kind === 'duration' ? figure * 60 : figure;
  };
  return {
    id: field,
    header,
    numeric: true,
    ...(wide ? { wide } : {}),
    value,
    cell: (row) => (
      <Figure
        value={value(row)}
        kind={kind}
        reason={row.why(field)}
        {...(gain ? { gain } : {})}
        {...(decimals === undefined ? {} : { decimals })}
        {...(field === 'current_equity' && row.currency !== undefined ? { unit: row.currency } : {})}
      />
    ),
  };
}
