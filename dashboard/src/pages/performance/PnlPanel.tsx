import { useQuery } from '@tanstack/react-query';
import { data, models } from '@/api/clients';
import type { components } from '@/api/generated/signals-api';
import { keys } from '@/api/keys';
import type { Kind } from '@/format/units';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { When } from '@/ui/When';
import { PNL_PERIOD, whyMissing } from './performance';
import { ofModels, type Asked } from './useBooks';

type Pnl = components['schemas']['StrategyPnl'];
type Field = Exclude<keyof Pnl, 'strategy_code' | 'strategy_name' | 'model_version' | 'proxy' | 'unavailable'>;

const ALL = 'all together';

function column(field: Field, header: string, kind: Kind, more: { unit?: string; wide?: boolean; decimals?: number }) {
  const { decimals, ...rest } = more;
  return {
    id: field,
    header,
    numeric: true,
    ...rest,
    value: (row: Pnl) => row[field],
    cell: (row: Pnl) => (
      <Figure
        value={row[field]}
        kind={kind}
        reason={whyMissing(row.unavailable, field)}
        {...(decimals === undefined ? {} : { decimals })}
      />
    ),
  };
}

const COLUMNS: readonly Column<Pnl>[] = [
  { id: 'model', header: 'Model', value: (row) => row.strategy_name ?? row.strategy_code },
  column('net_profit', 'Net', 'money', { unit: 'USD' }),
  column('gross_profit', 'Won', 'money', { unit: 'USD', wide: true }),
  column('gross_loss', 'Lost', 'money', { unit: 'USD', wide: true }),
  column('total_fees', 'Fees', 'money', { unit: 'USD', wide: true }),
  column('n_trades', 'Trades', 'count', {}),
  column('win_rate', 'Win rate', 'fraction', {}),
  column('avg_trade', 'Each', 'money', { unit: 'USD', wide: true }),
  column('profit_factor', 'Profit factor', 'ratio', { decimals: 4 }),
];

/** What the trades of the models came to, each and all together. */
export function PnlPanel({ asked: { period, run, symbol } }: { asked: Asked }) {
  const pnl = useQuery({
    queryKey: [...keys.models.all, 'pnl', period, run, symbol],
    queryFn: ({ signal }) =>
      data(
        models.GET('/api/models/pnl/summary', {
          params: { query: { period: PNL_PERIOD[period], ...ofModels({ run, symbol }) } },
          signal,
        }),
      ),
  });
  return (
    <Panel
      title="Profit and loss of the models"
      query={pnl}
      label={(read) => read.label}
      empty={(read) =>
        read.strategies?.length ? undefined : { text: read.reason?.message ?? 'No trade is over in this period.' }
      }
    >
      {(read) => (
        <>
          <p className="text-sm text-quiet">
            Trades that were over from <When at={read.start_date} /> to <When at={read.end_date} />.
          </p>
          <DataTable
            name="Profit and loss of the models"
            rows={[
              ...(read.strategies ?? []),
              ...(read.portfolio_total ? [{ ...read.portfolio_total, strategy_name: ALL, strategy_code: ALL }] : []),
            ]}
            columns={COLUMNS}
            rowKey={(row) => row.strategy_code ?? ''}
          />
        </>
      )}
    </Panel>
  );
}
