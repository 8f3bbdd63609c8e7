import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { data, models } from '@/api/clients';
import { keys } from '@/api/keys';
import { date } from '@/time/zones';
import { useDisplay, type Display } from '@/settings/display';
import type { HistoryFilter } from './useHistoryFilter';
import { nameOf, withChosen, type Run } from './runs';

/** The newest; an older one is named in the address. */
const NEWEST = 200;

/** Which run of the models: what is live, a backtest or an import. */
export function RunFilter({ filter }: { filter: Pick<HistoryFilter, 'run' | 'setRun'> }) {
  const field = useId();
  const { zone } = useDisplay();
  const runs = useRuns();
  const chosen = Math.max(0, filter.run);
  return (
    <label htmlFor={field} className="no-print flex min-w-0 items-center gap-1">
      Run
      <select
        id={field}
        value={chosen}
        onChange={(event) => filter.setRun(Number(event.target.value))}
        className="max-w-72 min-w-0 rounded-md border border-line bg-ground px-1 py-0.5 text-ink"
      >
        {withChosen(runs.data?.runs ?? [], chosen).map((run) => (
          <option key={run.run} value={run.run}>
            {nameOf(run, daysOf(run, zone))}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The runs there are, the newest first. */
export function useRuns() {
  return useQuery({
    queryKey: [...keys.models.all, 'runs'],
    queryFn: ({ signal }) => data(models.GET('/api/models/runs', { params: { query: { limit: NEWEST } }, signal })),
    staleTime: 60_000,
  });
}

function daysOf({ from, to }: Run, zone: Display['zone']): string | undefined {
  const [first, last] = [date(from, zone), date(to, zone)];
  return first === undefined || last === undefined ? undefined : first === last ? first : `${first} to ${last}`;
}
