import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { data, models } from '@/api/clients';
import { asFailure } from '@/api/failure';
import { keys } from '@/api/keys';
import { useMissing } from '@/auth/session';
import { Button } from '@/ui/Button';
import { Choice } from '@/ui/Choice';
import { DataTable, type Column } from '@/ui/DataTable';
import { FailureNote } from '@/ui/FailureNote';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { When } from '@/ui/When';
import { whole, useUrlState } from '@/url/useUrlState';
import { doneOf, ended, jobOf, type Job, type TypedJob } from './data';

const SHOWN = 50;
const KINDS = ['backfill', 'backtest'] as const;
const FIELD = 'rounded-md border border-line bg-ground p-1 text-ink';

const COLUMNS: readonly Column<Job>[] = [
  { id: 'id', header: 'Job', numeric: true, value: (row) => row.job_id },
  { id: 'kind', header: 'Kind', value: (row) => row.kind },
  {
    id: 'symbols',
    header: 'Symbols',
    value: (row) => row.parts?.map((part) => part.symbol).join(', '),
  },
  { id: 'from', header: 'From', wide: true, value: (row) => row.from, cell: (row) => <When at={row.from} day /> },
  {
    id: 'state',
    header: 'State',
    value: (row) => row.state,
    cell: (row) => (
      <>
        {row.state?.toLowerCase()}
        {row.parts
          ?.filter((part) => part.error)
          .map((part) => (
            <span key={part.symbol} className="block text-xs text-bad">
              {part.symbol}: {part.error?.message}
            </span>
          ))}
      </>
    ),
  },
  {
    id: 'done',
    header: 'Done',
    numeric: true,
    value: doneOf,
    cell: (row) => (
      <Figure value={doneOf(row)} kind="fraction" decimals={0} reason="It does not know how much there is" />
    ),
  },
  {
    id: 'left',
    header: 'Time left',
    numeric: true,
    wide: true,
    value: (row) => row.progress?.seconds_left,
    cell: (row) => <Figure value={row.progress?.seconds_left} kind="duration" reason="It is not known" />,
  },
];

/** Backfills and backtests with their progress; they are started and cancelled here. */
export function JobsPanel() {
  const write = useMissing('portfolio:write');
  const [ordering, setOrdering] = useState(false);
  const [selected, select] = useUrlState('job', whole, 0);
  const jobs = useQuery({
    queryKey: keys.models.jobs,
    queryFn: ({ signal }) => data(models.GET('/api/models/jobs', { params: { query: { limit: SHOWN } }, signal })),
    refetchInterval: 5_000,
  });
  const job = jobs.data?.jobs?.find((each) => each.job_id === selected);
  return (
    <>
      <Panel
        title="Jobs"
        query={jobs}
        tools={
          <Button disabledReason={write} onClick={() => setOrdering(true)}>
            Start one
          </Button>
        }
        empty={(read) =>
          read.jobs?.length
            ? undefined
            : { text: 'No job so far. A backfill works out what the models would have said about stored bars.' }
        }
      >
        {(read) => (
          <>
            <DataTable
              name="Jobs"
              rows={read.jobs ?? []}
              columns={COLUMNS}
              rowKey={(row) => String(row.job_id)}
              onRow={(row) => select(row.job_id === selected ? 0 : (row.job_id ?? 0))}
            />
            {job === undefined ? null : <Cancel key={job.job_id} job={job} />}
          </>
        )}
      </Panel>
      {ordering ? <OrderDialog onClose={() => setOrdering(false)} /> : null}
    </>
  );
}

function Cancel({ job }: { job: Job }) {
  const cache = useQueryClient();
  const write = useMissing('portfolio:write');
  const cancel = useMutation({
    mutationFn: () =>
      data(models.DELETE('/api/models/jobs/{job_id}', { params: { path: { job_id: job.job_id ?? 0 } } })),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.models.jobs }),
  });
  return (
    <div className="flex flex-col gap-2">
      <div>
        <Button look="danger" disabledReason={write ?? ended(job)} onClick={() => cancel.mutate()}>
          Cancel job {job.job_id}
        </Button>
      </div>
      {cancel.error ? <FailureNote failure={asFailure(cancel.error)} /> : null}
    </div>
  );
}

function OrderDialog({ onClose }: { onClose: () => void }) {
  const cache = useQueryClient();
  const id = useId();
  const [typed, setTyped] = useState<TypedJob>({ kind: 'backfill', symbols: '', from: '', to: '' });
  const job = jobOf(typed);
  return (
    <ReasonDialog
      title="Start a job"
      description="A backfill stores what the models say about past bars; a backtest trades them as a run of its own."
      act="Start it"
      withoutReason
      disabledReason={'fault' in job ? job.fault : undefined}
      onClose={onClose}
      onAct={async (_, key) => {
        if ('fault' in job) {
          return;
        }
        await data(models.POST('/api/models/jobs', { params: { header: { 'Idempotency-Key': key } }, body: job }));
        await cache.invalidateQueries({ queryKey: keys.models.jobs });
      }}
    >
      <Choice name="Kind" value={typed.kind} options={KINDS} onChoose={(kind) => setTyped({ ...typed, kind })} />
      <div className="grid grid-cols-2 gap-2 text-sm">
        <label htmlFor={`${id}symbols`} className="col-span-2 flex flex-col gap-1">
          Symbols, with commas between them
          <input
            id={`${id}symbols`}
            value={typed.symbols}
            onChange={(event) => setTyped({ ...typed, symbols: event.target.value })}
            className={FIELD}
          />
        </label>
        <label htmlFor={`${id}from`} className="flex flex-col gap-1">
          From (UTC)
          <input
            id={`${id}from`}
            type="date"
            value={typed.from}
            onChange={(event) => setTyped({ ...typed, from: event.target.value })}
            className={FIELD}
          />
        </label>
        <label htmlFor={`${id}to`} className="flex flex-col gap-1">
          To (UTC), or nothing for now
          <input
            id={`${id}to`}
            type="date"
            value={typed.to}
            onChange={(event) => setTyped({ ...typed, to: event.target.value })}
            className={FIELD}
          />
        </label>
      </div>
    </ReasonDialog>
  );
}
