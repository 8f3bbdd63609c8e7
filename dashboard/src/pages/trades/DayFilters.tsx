import { Filter } from './Filter';
import type { HistoryFilter } from './useHistoryFilter';

/** From which day to which day; both belong to it. */
export function DayFilters({ filter }: { filter: Pick<HistoryFilter, 'from' | 'setFrom' | 'to' | 'setTo'> }) {
  return (
    <>
      <Filter name="From (UTC)" type="date" value={filter.from} onChange={filter.setFrom} />
      <Filter name="To (UTC)" type="date" value={filter.to} onChange={filter.setTo} />
    </>
  );
}

/** Which run of the models: none is what runs now. */
export function RunFilter({ filter }: { filter: Pick<HistoryFilter, 'run' | 'setRun'> }) {
  return (
    <Filter
      name="Run"
      type="number"
      narrow
      value={filter.run > 0 ? String(filter.run) : ''}
      onChange={(typed) => filter.setRun(/^\d{1,9}$/.test(typed) ? Number(typed) : 0)}
    />
  );
}
