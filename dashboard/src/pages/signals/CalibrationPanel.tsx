import { useQuery } from '@tanstack/react-query';
import { data, models } from '@/api/clients';
import type { components } from '@/api/generated/signals-api';
import { keys } from '@/api/keys';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { ReliabilityCurve } from './ReliabilityCurve';

type Bin = components['schemas']['CalibrationBin'];

const COLUMNS: readonly Column<Bin>[] = [
  {
    id: 'range',
    header: 'Confidence',
    value: (row) => row.from,
    cell: (row) => (
      <>
        <Figure value={row.from} kind="fraction" decimals={0} /> to{' '}
        <Figure value={row.to} kind="fraction" decimals={0} />
      </>
    ),
  },
  {
    id: 'said',
    header: 'Said on average',
    numeric: true,
    value: (row) => row.mean_confidence,
    cell: (row) => <Figure value={row.mean_confidence} kind="fraction" decimals={1} reason="No signal fell into it" />,
  },
  {
    id: 'hit',
    header: 'Was right',
    numeric: true,
    value: (row) => row.hit_rate,
    cell: (row) => <Figure value={row.hit_rate} kind="fraction" decimals={1} reason="No signal fell into it" />,
  },
  {
    id: 'count',
    header: 'Signals',
    numeric: true,
    value: (row) => row.count,
    cell: (row) => <Figure value={row.count} kind="count" />,
  },
];

/** How often a model was right, by how sure it said it was. */
export function CalibrationPanel({ strategy, symbol, run }: { strategy: string; symbol: string; run: number }) {
  const query = { strategy, ...(symbol === '' ? {} : { symbol }), ...(run > 0 ? { run } : {}) };
  const calibration = useQuery({
    queryKey: [...keys.models.all, 'calibration', query],
    queryFn: ({ signal }) => data(models.GET('/api/models/calibration', { params: { query }, signal })),
    staleTime: 300_000,
  });
  return (
    <Panel
      title={`Reliability of ${strategy}`}
      query={calibration}
      label={(read) => read.label}
      proxy={(read) => read.proxy}
      staleAfterSeconds={3600}
      empty={(read) =>
        read.bins?.length
          ? undefined
          : { text: read.reason?.message ?? 'It has too few signals whose outcome is known.' }
      }
    >
      {(read) => (
        <>
          <p className="text-sm">
            Right in <Figure value={read.hit_rate} kind="fraction" reason="It is not known" /> of{' '}
            <Figure value={read.n} kind="count" />, Brier score{' '}
            <Figure value={read.brier_score} kind="ratio" decimals={4} /> (of the base rate{' '}
            <Figure value={read.brier_of_base_rate} kind="ratio" decimals={4} />)
          </p>
          <ReliabilityCurve bins={read.bins ?? []} />
          <DataTable
            name={`Reliability of ${strategy}`}
            rows={read.bins ?? []}
            columns={COLUMNS}
            rowKey={(row) => String(row.from)}
          />
        </>
      )}
    </Panel>
  );
}
