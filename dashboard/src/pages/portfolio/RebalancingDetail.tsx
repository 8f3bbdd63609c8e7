import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { data, idempotencyKey, portfolio } from '@/api/clients';
import { asFailure } from '@/api/failure';
import type { components } from '@/api/generated/portfolio';
import { keys } from '@/api/keys';
import { useMissing } from '@/auth/session';
import { Button } from '@/ui/Button';
import { DataTable, type Column } from '@/ui/DataTable';
import { FailureNote } from '@/ui/FailureNote';
import { Figure } from '@/ui/Figure';
import { Passed } from '@/ui/Passed';
import { Panel } from '@/ui/Panel';
import { words } from '@/format/words';
import { ended, unsubmittable, type Rebalancing } from './portfolio';

type Line = components['schemas']['PlanLine'];

const LINES: readonly Column<Line>[] = [
  { id: 'strategy', header: 'Strategy', value: (row) => row.strategy },
  { id: 'side', header: 'Side', value: (row) => row.side },
  { id: 'symbol', header: 'Symbol', wide: true, value: (row) => row.symbol },
  {
    id: 'lots',
    header: 'Volume',
    unit: 'lots',
    numeric: true,
    value: (row) => row.lots,
    cell: (row) => <Figure value={row.lots} kind="lots" />,
  },
  {
    id: 'worth',
    header: 'Worth',
    numeric: true,
    value: (row) => row.notional,
    cell: (row) => <Figure value={row.notional} kind="money" />,
  },
  {
    id: 'limit',
    header: 'Limit price',
    numeric: true,
    wide: true,
    value: (row) => row.limit_price,
    cell: (row) => <Figure value={row.limit_price} kind="price" />,
  },
  {
    id: 'cost',
    header: 'Cost',
    numeric: true,
    wide: true,
    value: (row) => row.cost,
    cell: (row) => <Figure value={row.cost} kind="money" />,
  },
  {
    id: 'state',
    header: 'State',
    value: (row) => row.state,
    cell: (row) => (
      <>
        {words(row.state)}
        {row.why?.message ? <span className="block text-xs text-quiet">{row.why.message}</span> : null}
      </>
    ),
  },
];

/** One rebalancing: its orders, cost, weights before and after, checks, and what became of it. */
export function RebalancingDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const rebalancing = useQuery({
    queryKey: [...keys.portfolio.all, 'rebalancing', id],
    queryFn: ({ signal }) => data(portfolio.GET('/api/v1/rebalances/{id}', { params: { path: { id } }, signal })),
    refetchInterval: 5_000,
  });
  return (
    <Panel
      title="Rebalancing"
      query={rebalancing}
      tools={
        <Button look="quiet" onClick={onClose} aria-label="Close the rebalancing">
          <X size={14} aria-hidden />
        </Button>
      }
    >
      {(read) => <Body rebalancing={read} />}
    </Panel>
  );
}

function Body({ rebalancing }: { rebalancing: Rebalancing }) {
  const plan = rebalancing.plan;
  const unit = plan?.currency === undefined ? {} : { unit: plan.currency };
  return (
    <>
      <p>
        {words(rebalancing.state)}: {rebalancing.reason}
        {rebalancing.outcome?.message ? <span className="text-quiet"> · {rebalancing.outcome.message}</span> : null}
      </p>
      <p className="text-sm">
        Turnover <Figure value={plan?.turnover} kind="fraction" reason="Nothing is traded" />, cost{' '}
        <Figure value={plan?.cost} kind="money" {...unit} reason="Nothing is traded" />
      </p>
      {rebalancing.lines?.length ? (
        <DataTable
          name="Orders of the rebalancing"
          rows={rebalancing.lines}
          columns={LINES}
          rowKey={(row) => String(row.number)}
        />
      ) : (
        <p className="text-quiet">No order is needed.</p>
      )}
      <Changes rebalancing={rebalancing} />
      {plan?.checks?.length ? (
        <ul className="text-sm">
          {plan.checks.map((check) => (
            <li key={`${check.name} ${check.message}`}>
              <Passed passed={check.passed} /> {words(check.name)}
              {check.message ? <span className="text-quiet">: {check.message}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {plan?.skipped?.length ? (
        <ul className="text-sm text-quiet">
          {plan.skipped.map((change) => (
            <li key={change.code}>
              {change.code} is left: {change.reason?.message}
            </li>
          ))}
        </ul>
      ) : null}
      <Acts rebalancing={rebalancing} />
    </>
  );
}

function Changes({ rebalancing }: { rebalancing: Rebalancing }) {
  const weights = rebalancing.plan?.weights ?? [];
  return weights.length === 0 ? null : (
    <details>
      <summary className="cursor-pointer text-xs font-semibold text-quiet">Weights before and after</summary>
      <ul className="grid grid-cols-[1fr_auto_auto] gap-x-4 text-sm">
        {weights.map((weight) => (
          <li key={weight.code} className="contents">
            <span>{weight.code}</span>
            <span className="text-end">
              <Figure value={weight.before} kind="fraction" reason="It is not counted here" />
            </span>
            <span className="text-end">
              → <Figure value={weight.after} kind="fraction" reason="It is not counted here" />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Acts({ rebalancing }: { rebalancing: Rebalancing }) {
  const cache = useQueryClient();
  const missing = useMissing('portfolio:write');
  const [key] = useState(idempotencyKey);
  const path = { id: rebalancing.id ?? '' };
  const again = () => cache.invalidateQueries({ queryKey: keys.portfolio.all });
  const submit = useMutation({
    mutationFn: () =>
      data(
        portfolio.POST('/api/v1/rebalances/{id}/submit', {
          params: { path, header: { 'Idempotency-Key': key } },
          body: { plan_hash: rebalancing.plan_hash ?? '' },
        }),
      ),
    onSettled: again,
  });
  const cancel = useMutation({
    mutationFn: () => data(portfolio.POST('/api/v1/rebalances/{id}/cancel', { params: { path } })),
    onSettled: again,
  });
  const failed = submit.error ?? cancel.error;
  return (
    <div className="no-print flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-2">
        <Button look="main" disabledReason={missing ?? unsubmittable(rebalancing)} onClick={() => submit.mutate()}>
          Hand in for approval
        </Button>
        <Button look="danger" disabledReason={missing ?? ended(rebalancing)} onClick={() => cancel.mutate()}>
          Cancel it
        </Button>
        {rebalancing.approval_id ? (
          <Link className="text-accent underline" to={`/approvals?approval=${rebalancing.approval_id}`}>
            Its approval
          </Link>
        ) : null}
      </div>
      {failed ? <FailureNote failure={asFailure(failed)} /> : null}
    </div>
  );
}
