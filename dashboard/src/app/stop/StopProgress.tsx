import { useQuery } from '@tanstack/react-query';
import { data, orchestrator } from '@/api/clients';
import { asFailure } from '@/api/failure';
import { keys } from '@/api/keys';
import { words } from '@/format/words';
import { Button } from '@/ui/Button';
import { FailureNote } from '@/ui/FailureNote';
import { Figure } from '@/ui/Figure';
import { progress, type HaltGivingWay, type Stop, type StoppedItem } from './stop';

/** What becomes of each order and position of a stop, until it has ended. */
export function StopProgress({ id, first, onClose }: { id: string; first: Stop; onClose: () => void }) {
  const { data: stop, error } = useQuery({
    queryKey: [...keys.orchestrator.all, 'stops', id],
    queryFn: ({ signal }) =>
      data(orchestrator.GET('/api/v1/orchestrator/stops/{id}', { params: { path: { id } }, signal })),
    initialData: first,
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 1_000 : false),
  });
  return (
    <>
      <p role="status">{progress(stop)}</p>
      {error ? <FailureNote failure={asFailure(error)} /> : null}
      <ul aria-label="What becomes of each" className="flex max-h-60 flex-col gap-1 overflow-auto text-sm">
        {(stop.orders ?? []).map((item) => (
          <li key={item.order_id}>
            Order {what(item)}: <Fate of={item} />
          </li>
        ))}
        {(stop.positions ?? []).map((item) => (
          <li key={`${item.account_id ?? ''} ${item.symbol ?? ''}`}>
            Position {what(item)} <Figure value={item.lots} kind="lots" unit="lots" />: <Fate of={item} />
          </li>
        ))}
        {(stop.shares ?? []).map((item) => (
          <li key={`${String(item.portfolio_id)} ${item.market_id ?? ''}`}>
            Shares of {item.outcome} in market {item.market_id} of portfolio {item.portfolio_id}{' '}
            <Figure value={item.shares} kind="lots" unit="shares" />: {item.done ? '✓ sold' : 'not sold'}
            {item.reason?.message ? `, ${item.reason.message}` : ''}
          </li>
        ))}
        {(stop.halts ?? []).map((halt) => (
          <li key={`${halt.scope ?? ''} ${halt.id ?? ''}`}>{givingWay(halt)}</li>
        ))}
      </ul>
      <p className="text-quiet">
        It goes on when this is closed. What was restricted is lifted by a person with a reason, on the page Risk;
        portfolios that were paused are resumed on the page Strategies and cycles.
      </p>
      <div className="flex justify-end">
        <Button onClick={onClose}>Close</Button>
      </div>
    </>
  );
}

function givingWay(halt: HaltGivingWay): string {
  const before = `${words(halt.scope ?? '')} ${halt.id ?? ''} was halted before by ${halt.changed_by ?? 'somebody'}: ${halt.cause ?? ''}`;
  return halt.halted_again ? `✓ ${before}; it is halted again` : `${before}; it gives way until everything is closed`;
}

function what(item: StoppedItem): string {
  return `${item.side ?? ''} ${item.symbol ?? ''} of ${item.account_id ?? 'an unknown account'}`.trim();
}

function Fate({ of: item }: { of: StoppedItem }) {
  const word = item.status ? words(item.status) : item.done ? 'done' : 'waiting';
  return (
    <>
      {item.done ? '✓ ' : ''}
      {word}
      {item.reason?.message ? `, ${item.reason.message}` : ''}
    </>
  );
}
