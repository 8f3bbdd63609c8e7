import { useQuery } from '@tanstack/react-query';
import { data, orchestrator } from '@/api/clients';
import { asFailure } from '@/api/failure';
import { keys } from '@/api/keys';
import { words } from '@/format/words';
import { Button } from '@/ui/Button';
import { FailureNote } from '@/ui/FailureNote';
import { Figure } from '@/ui/Figure';
import { progress, type Stop, type StoppedItem } from './stop';

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
      </ul>
      <p className="text-quiet">
        It goes on when this is closed. What was restricted is lifted by a person with a reason, on the page Risk.
      </p>
      <div className="flex justify-end">
        <Button onClick={onClose}>Close</Button>
      </div>
    </>
  );
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
