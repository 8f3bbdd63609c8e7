import { useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { data, orchestrator } from '@/api/clients';
import { keys } from '@/api/keys';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import { text, useUrlState } from '@/url/useUrlState';
import { DecisionView } from './DecisionView';

/** Any stored decision, by its id. */
export function PastDecision() {
  const [id, setId] = useUrlState('decision', text, '');
  const [typed, setTyped] = useState(id);
  const [shown, setShown] = useState(id);
  if (shown !== id) {
    // Another one was chosen elsewhere, such as in the list.
    setShown(id);
    setTyped(id);
  }
  const field = useId();
  const decision = useQuery({
    queryKey: [...keys.orchestrator.all, 'decision', id],
    queryFn: ({ signal }) =>
      data(orchestrator.GET('/api/v1/orchestrator/decisions/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
    staleTime: Infinity,
    retry: false,
  });
  const find = (event: FormEvent) => {
    event.preventDefault();
    setId(typed.trim());
  };
  return (
    <>
      <form onSubmit={find} className="flex flex-wrap items-end gap-2 text-sm">
        <label htmlFor={field} className="flex flex-1 flex-col gap-1">
          A decision of before, by its id
          <input
            id={field}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            className="rounded-md border border-line bg-ground p-1 text-ink"
          />
        </label>
        <Button type="submit" disabledReason={typed.trim() === '' ? 'It takes an id' : undefined}>
          Show
        </Button>
      </form>
      {id === '' ? null : (
        <Panel title="Decision of before" query={decision} at={(read) => read.decided_at} staleAfterSeconds={Infinity}>
          {(read) => <DecisionView decision={read} />}
        </Panel>
      )}
    </>
  );
}
