import { useInfiniteQuery } from '@tanstack/react-query';
import { data, risk } from '@/api/clients';
import { keys } from '@/api/keys';
import { Choice } from '@/ui/Choice';
import { DataTable, type Column } from '@/ui/DataTable';
import { Older } from '@/ui/Older';
import { Panel } from '@/ui/Panel';
import { When } from '@/ui/When';
import { oneOf, useUrlState } from '@/url/useUrlState';
import { words } from '@/format/words';
import { sentence, type RiskEvent } from './risk';

const PAGE = 50;
const TYPES = ['all', 'BREACH', 'STATE_CHANGE', 'LIMIT_CHANGE'] as const;
const TYPE = oneOf(...TYPES);

const COLUMNS: readonly Column<RiskEvent>[] = [
  { id: 'at', header: 'When', value: (row) => row.at, cell: (row) => <When at={row.at} /> },
  { id: 'type', header: 'Kind', value: (row) => row.type, cell: (row) => <>{words(row.type)}</> },
  { id: 'what', header: 'What', value: sentence },
  { id: 'by', header: 'By', wide: true, value: (row) => row.by },
  { id: 'reason', header: 'Reason', wide: true, value: (row) => row.reason },
];

/** Breaches and changes of states and limits, the newest first: who, and why. */
export function RiskEventsPanel({ account }: { account: string }) {
  const [type, setType] = useUrlState('events', TYPE, 'all');
  const events = useInfiniteQuery({
    queryKey: [...keys.risk.account(account), 'events', type],
    queryFn: ({ signal, pageParam }) =>
      data(
        risk.GET('/api/v1/risk/events', {
          params: {
            query: {
              account,
              limit: PAGE,
              ...(type === 'all' ? {} : { type }),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
  });
  return (
    <Panel
      title="What happened"
      query={events}
      className="xl:col-span-2"
      tools={<Choice name="Kind" value={type} options={TYPES} onChoose={setType} />}
      empty={(read) =>
        read.pages.some((page) => page.events?.length) ? undefined : { text: 'No breach and no change so far.' }
      }
    >
      {(read) => (
        <>
          <DataTable
            name="Risk events"
            rows={read.pages.flatMap((page) => page.events ?? [])}
            columns={COLUMNS}
            rowKey={(row) => row.id ?? ''}
          />
          <Older of={events} />
        </>
      )}
    </Panel>
  );
}
