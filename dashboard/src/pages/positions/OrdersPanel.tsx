import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { every } from '@/api/every';
import { data, idempotencyKey, orchestrator } from '@/api/clients';
import { asFailure } from '@/api/failure';
import type { components } from '@/api/generated/orchestrator';
import { keys } from '@/api/keys';
import { useMissing } from '@/auth/session';
import { Button } from '@/ui/Button';
import { Choice } from '@/ui/Choice';
import { DataTable, type Column } from '@/ui/DataTable';
import { FailureNote } from '@/ui/FailureNote';
import { Figure } from '@/ui/Figure';
import { Older } from '@/ui/Older';
import { Panel } from '@/ui/Panel';
import { When } from '@/ui/When';
import { day, oneOf, text, useUrlState } from '@/url/useUrlState';
import { DayFilters } from '../trades/DayFilters';
import { SaveAll } from '../trades/SaveAll';
import { queryOf } from '../trades/useHistoryFilter';

type Order = components['schemas']['Order'];

const WHICH = ['open', 'all'] as const;
const KIND = oneOf(...WHICH);
const SHOWN = 200;
const ON_ITS_WAY = ['new', 'reserved', 'submitted', 'partially_filled'];

const COLUMNS: readonly Column<Order>[] = [
  { id: 'at', header: 'Made', value: (row) => row.created_at, cell: (row) => <When at={row.created_at} /> },
  { id: 'symbol', header: 'Symbol', value: (row) => row.symbol },
  { id: 'side', header: 'Side', value: (row) => row.side },
  { id: 'type', header: 'Type', wide: true, value: (row) => row.type?.replaceAll('_', ' ') },
  {
    id: 'lots',
    header: 'Volume',
    unit: 'lots',
    numeric: true,
    value: (row) => row.lots,
    cell: (row) => <Figure value={row.lots} kind="lots" />,
  },
  {
    id: 'filled',
    header: 'Filled',
    unit: 'lots',
    numeric: true,
    value: (row) => row.filled_lots,
    cell: (row) => <Figure value={row.filled_lots} kind="lots" reason="Nothing is filled" />,
  },
  {
    id: 'price',
    header: 'Price',
    numeric: true,
    value: (row) => row.average_fill_price ?? row.limit_price ?? row.stop_price,
    cell: (row) => (
      <Figure
        value={row.average_fill_price ?? row.limit_price ?? row.stop_price}
        kind="price"
        reason="At the market, and not filled yet"
      />
    ),
  },
  {
    id: 'status',
    header: 'Status',
    value: (row) => row.status,
    cell: (row) => (
      <>
        {row.status?.replaceAll('_', ' ')}
        {row.reason?.message ? <span className="block text-xs text-quiet">{row.reason.message}</span> : null}
      </>
    ),
  },
];

/** Orders of the account with their history; one that is on its way can be cancelled. */
export function OrdersPanel({ account }: { account: string }) {
  const [which, setWhich] = useUrlState('orders', KIND, 'open');
  const [selected, select] = useUrlState('order', text, '');
  const [from, setFrom] = useUrlState('from', day, '');
  const [to, setTo] = useUrlState('to', day, '');
  const query = {
    account,
    ...queryOf({ symbol: '', strategy: '', from, to, run: 0 }),
    ...(which === 'open' ? { open: true } : {}),
  };
  const orders = useInfiniteQuery({
    queryKey: [...keys.orchestrator.all, 'orders', query],
    queryFn: ({ signal, pageParam }) =>
      data(
        orchestrator.GET('/api/v1/orchestrator/orders', {
          params: { query: { ...query, limit: SHOWN, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
    refetchInterval: every(10_000),
  });
  const order = orders.data?.pages.flatMap((page) => page.orders ?? []).find((each) => each.order_id === selected);
  return (
    <Panel
      title="Orders"
      query={orders}
      tools={
        <>
          <Choice name="Which" value={which} options={WHICH} onChoose={setWhich} />
          <DayFilters filter={{ from, setFrom, to, setTo }} />
        </>
      }
      empty={(read) =>
        read.pages.some((page) => page.orders?.length)
          ? undefined
          : {
              text:
                which === 'open'
                  ? 'No order is on its way.'
                  : 'The account has had no order yet, or none in these days.',
            }
      }
    >
      {(read) => (
        <>
          <DataTable
            name={`Orders of ${account}`}
            rows={read.pages.flatMap((page) => page.orders ?? [])}
            columns={COLUMNS}
            rowKey={(row) => row.order_id ?? ''}
            onRow={(row) => select(row.order_id === selected ? '' : (row.order_id ?? ''))}
          />
          <div className="flex flex-wrap gap-2">
            <Older of={orders} />
            <SaveAll
              service="orchestrator-service"
              path="/api/v1/orchestrator/orders"
              query={query}
              file={`orders-of-${account}.csv`}
            />
          </div>
          {order === undefined ? null : <OrderDetail key={order.order_id} order={order} />}
        </>
      )}
    </Panel>
  );
}

function OrderDetail({ order }: { order: Order }) {
  const cache = useQueryClient();
  const [key] = useState(idempotencyKey);
  const missing = useMissing('trade:execute');
  const cancel = useMutation({
    mutationFn: () =>
      data(
        orchestrator.POST('/api/v1/orchestrator/orders/{id}/cancel', {
          params: { path: { id: order.order_id ?? '' }, header: { 'Idempotency-Key': key } },
        }),
      ),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.orchestrator.all }),
  });
  const ended = ON_ITS_WAY.includes(order.status ?? '') ? undefined : `It is ${order.status?.replaceAll('_', ' ')}`;
  return (
    <section aria-label="Order" className="flex flex-col gap-2 border-t border-line pt-2 text-sm">
      <p>
        <code>{order.order_id}</code>
        {order.decision_id ? (
          <>
            {' · '}
            <Link className="underline" to={`/decide?decision=${order.decision_id}`}>
              its decision
            </Link>
          </>
        ) : null}
      </p>
      <ol className="flex flex-wrap gap-x-4">
        {(order.history ?? []).map((step) => (
          <li key={`${step.at} ${step.status}`}>
            {step.status?.replaceAll('_', ' ')} <When at={step.at} />
          </li>
        ))}
      </ol>
      <div>
        <Button look="danger" disabledReason={missing ?? ended} onClick={() => cancel.mutate()}>
          Cancel the order
        </Button>
      </div>
      {cancel.error ? <FailureNote failure={asFailure(cancel.error)} /> : null}
    </section>
  );
}
