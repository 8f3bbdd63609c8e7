import { useInfiniteQuery } from '@tanstack/react-query';
import { data, models } from '@/api/clients';
import type { components } from '@/api/generated/signals-api';
import { keys } from '@/api/keys';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Label } from '@/ui/Label';
import { Older } from '@/ui/Older';
import { Panel } from '@/ui/Panel';
import { When } from '@/ui/When';
import { text, useUrlState } from '@/url/useUrlState';
import { Filter } from '../trades/Filter';
import { ModelFilter } from './ModelFilter';

type Signal = components['schemas']['PastSignal'];
type Page = components['schemas']['ModelSignalPage'];

const PAGE = 50;

const COLUMNS: readonly Column<Signal>[] = [
  { id: 'at', header: 'Bar', value: (row) => row.timestamp, cell: (row) => <When at={row.timestamp} /> },
  {
    id: 'model',
    header: 'Model',
    value: (row) => row.strategy_code,
    cell: (row) => (
      <>
        {row.strategy_code} <Label of={undefined} proxy={row.proxy} />
      </>
    ),
  },
  {
    id: 'signal',
    header: 'Signal',
    value: (row) => row.signal,
    cell: (row) => (
      <>
        {row.signal}
        {row.abstained ? <span className="block text-xs text-quiet">abstained: {row.abstained}</span> : null}
      </>
    ),
  },
  {
    id: 'confidence',
    header: 'Confidence',
    numeric: true,
    value: (row) => row.confidence,
    cell: (row) => (
      <Figure value={row.confidence} kind="fraction" decimals={0} reason={row.abstained ?? 'It has none'} />
    ),
  },
  {
    id: 'entry',
    header: 'Entry',
    numeric: true,
    wide: true,
    value: (row) => row.entry_price,
    cell: (row) => <Figure value={row.entry_price} kind="price" reason="It takes no position" />,
  },
  {
    id: 'stop',
    header: 'Stop',
    numeric: true,
    wide: true,
    value: (row) => row.stop_loss,
    cell: (row) => <Figure value={row.stop_loss} kind="price" reason="It takes no position" />,
  },
  {
    id: 'target',
    header: 'Target',
    numeric: true,
    wide: true,
    value: (row) => row.take_profit,
    cell: (row) => <Figure value={row.take_profit} kind="price" reason="It takes no position" />,
  },
  { id: 'reason', header: 'Reason', wide: true, value: (row) => row.reasoning },
];

/** What the models said, the newest first, of one symbol and as many models as are chosen. */
export function SignalHistoryPanel({ onSelect }: { onSelect: (id: string) => void }) {
  const [symbol, setSymbol] = useUrlState('symbol', text, '');
  const [strategy, setStrategy] = useUrlState('strategy', text, '');
  const signals = useInfiniteQuery({
    queryKey: [...keys.models.all, 'signals', symbol, strategy],
    queryFn: async ({ signal, pageParam }): Promise<Page> =>
      (await data(
        models.GET('/api/models/signals', {
          params: {
            query: {
              limit: PAGE,
              ...(symbol === '' ? {} : { symbol }),
              ...(strategy === '' ? {} : { strategy }),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
          parseAs: 'json',
          signal,
        }),
      )) as Page,
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
  });
  return (
    <Panel
      title="Signals so far"
      query={signals}
      label={(read) => read.pages[0]?.label}
      tools={
        <>
          <Filter name="Symbol" value={symbol} onChange={setSymbol} />
          <ModelFilter value={strategy} onChange={setStrategy} />
        </>
      }
      empty={(read) =>
        read.pages.some((page) => page.signals?.length)
          ? undefined
          : { text: read.pages[0]?.reason?.message ?? 'No model has said anything yet, or none matches the filter.' }
      }
    >
      {(read) => (
        <>
          <DataTable
            name="Signals so far"
            rows={read.pages.flatMap((page) => page.signals ?? [])}
            columns={COLUMNS}
            rowKey={(row) => String(row.signal_id)}
            onRow={(row) => onSelect(String(row.signal_id))}
          />
          <Older of={signals} />
        </>
      )}
    </Panel>
  );
}
