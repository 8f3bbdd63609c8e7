import { useQuery } from '@tanstack/react-query';
import { data, models } from '@/api/clients';
import { keys } from '@/api/keys';
import { Panel } from '@/ui/Panel';
import { DetailView } from './DetailView';
import { ofRun, type Period } from './performance';

/** One model in detail. */
export function ModelDetailPanel({ strategy, period, run }: { strategy: string; period: Period; run: number }) {
  const details = useQuery({
    queryKey: [...keys.models.all, 'details', strategy, period, run],
    queryFn: ({ signal }) =>
      data(
        models.GET('/api/models/performance/details', {
          params: { query: { strategy, period, ...ofRun(run) } },
          signal,
        }),
      ),
  });
  return (
    <Panel
      title={`${strategy} in detail`}
      query={details}
      at={(read) => read.end_date}
      label={(read) => read.label}
      proxy={(read) => read.proxy}
      staleAfterSeconds={2 * 3600}
      empty={(read) =>
        read.summary ? undefined : { text: read.reason?.message ?? 'It has no equity in this period.' }
      }
    >
      {(read) => (
        <>
          {read.verdict ? <p>{read.verdict}</p> : null}
          <DetailView name={read.strategy_name ?? strategy} details={read} />
        </>
      )}
    </Panel>
  );
}
