import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { data, models } from '@/api/clients';
import type { components } from '@/api/generated/signals-api';
import { keys } from '@/api/keys';
import { Button } from '@/ui/Button';
import { Chart } from '@/ui/Chart';
import { Panel } from '@/ui/Panel';
import { seriesOf } from '../overview/EquityPanel';
import { hoursOf, ofRun, type Period, type Resolution } from './performance';

type Curves = components['schemas']['EquityCurves'];

/** Equity and, below it, how far under water; all models, or the one that is chosen. */
export function CurvesPanel({
  period,
  resolution,
  run,
  only,
  onAll,
}: {
  period: Period;
  resolution: Resolution;
  run: number;
  only: string;
  onAll: () => void;
}) {
  const hours = hoursOf(period);
  const curves = useQuery({
    queryKey: [...keys.models.curves(undefined, hours, resolution), run],
    queryFn: ({ signal }) =>
      data(
        models.GET('/api/models/equity-curves', { params: { query: { hours, resolution, ...ofRun(run) } }, signal }),
      ),
  });
  return (
    <Panel
      title="Equity and drawdown"
      query={curves}
      at={(read) => read.end_date}
      label={(read) => read.label}
      staleAfterSeconds={2 * 3600}
      tools={only === '' ? null : <Button onClick={onAll}>{only} only: show all</Button>}
      empty={(read) =>
        read.curves?.some((curve) => (curve.data?.length ?? 0) > 0)
          ? undefined
          : { text: read.reason?.message ?? 'No model has an equity in this period.' }
      }
    >
      {(read) => <Drawn curves={read} only={only} />}
    </Panel>
  );
}

function Drawn({ curves, only }: { curves: Curves; only: string }) {
  const series = useMemo(
    () =>
      seriesOf(
        only === ''
          ? curves
          : { ...curves, curves: (curves.curves ?? []).filter((curve) => curve.strategy_code === only) },
      ),
    [curves, only],
  );
  return <Chart name="Equity and drawdown" series={series} kind="money" height={360} />;
}
