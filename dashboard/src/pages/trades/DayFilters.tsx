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
