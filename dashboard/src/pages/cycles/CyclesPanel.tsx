import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { every } from '@/api/every';
import { data, orchestrator } from '@/api/clients';
import { asFailure } from '@/api/failure';
import type { components } from '@/api/generated/orchestrator';
import { keys } from '@/api/keys';
import { useMissing } from '@/auth/session';
import { words } from '@/format/words';
import { Button } from '@/ui/Button';
import { Choice } from '@/ui/Choice';
import { DataTable, type Column } from '@/ui/DataTable';
import { FailureNote } from '@/ui/FailureNote';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { When } from '@/ui/When';
import { oneOf, text, useUrlState } from '@/url/useUrlState';
import { notRepeated } from './parameters';

type Cycle = components['schemas']['Cycle'];

const STATUSES = ['all', 'RUNNING', 'SUCCEEDED', 'FAILED', 'SKIPPED'] as const;
const STATUS = oneOf(...STATUSES);
const SHOWN = 100;

const COLUMNS: readonly Column<Cycle>[] = [
  { id: 'started', header: 'Started', value: (row) => row.started_at, cell: (row) => <When at={row.started_at} /> },
  { id: 'portfolio', header: 'Portfolio', numeric: true, value: (row) => row.portfolio_id },
  { id: 'strategy', header: 'Strategy', wide: true, value: (row) => row.strategy_type },
  { id: 'trigger', header: 'Trigger', wide: true, value: (row) => row.trigger?.toLowerCase().replaceAll('_', ' ') },
  {
    id: 'trades',
    header: 'Trades',
    numeric: true,
    value: (row) => row.counts?.trades,
    cell: (row) => <Figure value={row.counts?.trades} kind="count" reason="It has not ended" />,
  },
  {
    id: 'status',
    header: 'Status',
    value: (row) => row.status,
    cell: (row) => (
      <>
        {row.status?.toLowerCase()}
        {row.error ? <span className="block text-xs text-bad">{row.error.detail ?? row.error.title}</span> : null}
      </>
    ),
  },
];

/** The newest cycles; one that is chosen shows its steps, orders, and what it skipped. */
export function CyclesPanel() {
  const [status, setStatus] = useUrlState('cycles', STATUS, 'all');
  const [selected, select] = useUrlState('cycle', text, '');
  const cycles = useQuery({
    queryKey: [...keys.orchestrator.all, 'cycles', status],
    queryFn: ({ signal }) =>
      data(
        orchestrator.GET('/orchestrator/cycles', {
          params: { query: { limit: SHOWN, ...(status === 'all' ? {} : { status }) } },
          signal,
        }),
      ),
    refetchInterval: every(15_000),
  });
  return (
    <>
      <Panel
        title="Cycles"
        query={cycles}
        tools={<Choice name="Status" value={status} options={STATUSES} onChoose={setStatus} />}
        empty={(read) => (read.cycles?.length ? undefined : { text: 'No cycle has run yet, or none has this status.' })}
      >
        {(read) => (
          <>
            <DataTable
              name="Cycles"
              rows={read.cycles ?? []}
              columns={COLUMNS}
              rowKey={(row) => row.cycle_id ?? ''}
              onRow={(row) => select(row.cycle_id === selected ? '' : (row.cycle_id ?? ''))}
            />
          </>
        )}
      </Panel>
      {selected === '' ? null : <CyclePanel id={selected} />}
    </>
  );
}

/** One cycle with its report. */
function CyclePanel({ id }: { id: string }) {
  const cycle = useQuery({
    queryKey: [...keys.orchestrator.all, 'cycle', id],
    queryFn: ({ signal }) => data(orchestrator.GET('/orchestrator/cycles/{id}', { params: { path: { id } }, signal })),
  });
  return (
    <Panel title="Cycle" query={cycle} label={(read) => read.report?.label} staleAfterSeconds={Infinity}>
      {(read) => (
        <>
          <CycleDetail cycle={read} />
          <RepeatCycle cycle={read} />
        </>
      )}
    </Panel>
  );
}

/** Runs a failed cycle again under its own id: what it has done already is not done twice. */
function RepeatCycle({ cycle }: { cycle: Cycle }) {
  const cache = useQueryClient();
  const write = useMissing('portfolio:write');
  const repeat = useMutation({
    mutationFn: () =>
      data(
        orchestrator.POST('/orchestrator/run-portfolio-cycle', {
          params: { query: { portfolio_id: cycle.portfolio_id ?? 0, cycle_id: cycle.cycle_id ?? '' } },
        }),
      ),
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.orchestrator.all }),
        cache.invalidateQueries({ queryKey: keys.ledger.all }),
      ]),
  });
  return (
    <div className="mt-2 flex flex-col gap-2">
      <div>
        <Button disabledReason={write ?? notRepeated(cycle.status, repeat.isPending)} onClick={() => repeat.mutate()}>
          Repeat it with its id
        </Button>
      </div>
      {repeat.error ? <FailureNote failure={asFailure(repeat.error)} /> : null}
    </div>
  );
}

function CycleDetail({ cycle }: { cycle: Cycle }) {
  const report = cycle.report;
  return (
    <section aria-label="Report" className="flex flex-col gap-2 text-sm">
      <p>
        <code>{cycle.cycle_id}</code> of portfolio {cycle.portfolio_id}, {words(cycle.status)}
        {cycle.attempts === undefined ? '' : `, attempt ${cycle.attempts}`}
      </p>
      {cycle.error ? (
        <p className="text-bad">
          {cycle.error.detail ?? cycle.error.title} <span className="text-quiet">{cycle.error.code}</span>
        </p>
      ) : null}
      <ol className="flex flex-wrap gap-2 text-xs">
        {(report?.steps ?? []).map((step) => (
          <li key={step.name} className="rounded border border-line px-2 py-0.5">
            {step.name} <Figure value={step.millis} kind="count" unit="ms" />
            {step.error ? <span className="text-bad"> {step.error}</span> : null}
          </li>
        ))}
      </ol>
      {report?.signals?.length ? (
        <ul className="list-disc ps-5">
          {report.signals.map((signal) => (
            <li key={`${signal.market_id} ${signal.outcome}`}>
              {signal.side} {signal.outcome} at <Figure value={signal.price} kind="price" />:{' '}
              {signal.question ?? signal.market_id}
              {signal.reason ? <span className="text-quiet"> ({signal.reason})</span> : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-quiet">It found nothing to trade.</p>
      )}
      {(report?.warnings ?? []).map((warning) => (
        <p key={warning.message} className="text-warn">
          {warning.message}
        </p>
      ))}
    </section>
  );
}
