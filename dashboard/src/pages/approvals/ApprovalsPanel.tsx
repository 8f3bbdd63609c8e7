import { useInfiniteQuery } from '@tanstack/react-query';
import { every } from '@/api/every';
import { data, orchestrator } from '@/api/clients';
import { keys } from '@/api/keys';
import { useSession } from '@/auth/session';
import { duration } from '@/format/units';
import { useServerSeconds } from '@/time/clock';
import { Age } from '@/ui/Age';
import { Choice } from '@/ui/Choice';
import { DataTable, type Column } from '@/ui/DataTable';
import { Older } from '@/ui/Older';
import { Panel } from '@/ui/Panel';
import { SignInPanel } from '@/ui/SignInPanel';
import { VIEWS, secondsLeft, stateInWords, type Approval, type View } from './approval';

const PAGE = 50;

const COLUMNS: readonly Column<Approval>[] = [
  { id: 'kind', header: 'Kind', value: (row) => row.kind, cell: (row) => (row.kind ?? '–').toLowerCase() },
  { id: 'summary', header: 'What', value: (row) => row.summary ?? row.subject },
  { id: 'account', header: 'Account', wide: true, value: (row) => row.account_id },
  { id: 'by', header: 'Asked by', wide: true, value: (row) => row.asked_by },
  {
    id: 'age',
    header: 'Age',
    numeric: true,
    value: (row) => row.asked_at,
    cell: (row) => <Age at={row.asked_at} />,
  },
  {
    id: 'expires',
    header: 'Expires in',
    numeric: true,
    value: (row) => row.expires_at,
    cell: (row) => <Left approval={row} />,
  },
  {
    id: 'state',
    header: 'State',
    value: (row) => row.state,
    cell: (row) => <>{stateInWords(row.state) ?? '–'}</>,
  },
];

/** The approvals of whoever is signed in, the newest first. */
export function ApprovalsPanel({
  view,
  onView,
  onSelect,
}: {
  view: View;
  onView: (view: View) => void;
  onSelect: (id: string) => void;
}) {
  const { phase } = useSession();
  const approvals = useInfiniteQuery({
    queryKey: [...keys.approvals.all, 'list', view],
    queryFn: ({ signal, pageParam }) =>
      data(
        orchestrator.GET('/api/v1/approvals', {
          params: {
            query: {
              limit: PAGE,
              ...(view === 'waiting' ? { state: 'PENDING' as const } : {}),
              ...(pageParam === '' ? {} : { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
    enabled: phase === 'signed-in',
    refetchInterval: every(15_000),
  });
  if (phase !== 'signed-in') {
    return <SignInPanel title="Approvals" />;
  }
  return (
    <Panel
      title="Approvals"
      query={approvals}
      tools={<Choice name="Which" value={view} options={VIEWS} onChoose={onView} />}
      empty={(read) =>
        read.pages.some((page) => page.approvals?.length)
          ? undefined
          : {
              text:
                view === 'waiting'
                  ? 'Nothing waits for a person. Trades above a size, rebalancings, steps to LIVE and rotations come here.'
                  : 'Nothing was asked yet.',
            }
      }
    >
      {(read) => (
        <>
          <DataTable
            name="Approvals"
            rows={read.pages.flatMap((page) => page.approvals ?? [])}
            columns={COLUMNS}
            rowKey={(row) => row.id ?? ''}
            onRow={(row) => onSelect(row.id ?? '')}
          />
          <Older of={approvals} />
        </>
      )}
    </Panel>
  );
}

function Left({ approval }: { approval: Approval }) {
  const left = secondsLeft(approval, useServerSeconds());
  return <span className="figure">{approval.state !== 'PENDING' || left === undefined ? '–' : duration(left)}</span>;
}
