import { useAccount } from '@/app/useAccount';
import { useSession } from '@/auth/session';
import { Choice } from '@/ui/Choice';
import { SignInPanel } from '@/ui/SignInPanel';
import { oneOf, text, useUrlState, whole } from '@/url/useUrlState';
import { RunFilter } from '../trades/DayFilters';
import { BooksPanel } from './BooksPanel';
import { ComparisonPanel } from './ComparisonPanel';
import { CurvesPanel } from './CurvesPanel';
import { ModelDetailPanel } from './ModelDetailPanel';
import { PnlPanel } from './PnlPanel';
import { PERIODS, RESOLUTIONS, resolutionOf } from './performance';

const PERIOD = oneOf(...PERIODS);
const RESOLUTION = oneOf(...RESOLUTIONS);
const WHOSE = ['models', 'account'] as const;
const KIND = oneOf(...WHOSE);

/** How the models and the account did, side by side with doing nothing. */
export default function PerformancePage() {
  const [whose, setWhose] = useUrlState('of', KIND, 'models');
  const [period, setPeriod] = useUrlState('period', PERIOD, '30d');
  const [strategy, choose] = useUrlState('strategy', text, '');
  const [wanted, want] = useUrlState('resolution', RESOLUTION, 'fitting');
  const [run, setRun] = useUrlState('run', whole, 0);
  // More than a month is told by days only.
  const possible: readonly (typeof RESOLUTIONS)[number][] = period === 'all' ? ['fitting', '1d'] : RESOLUTIONS;
  const fine = possible.includes(wanted) ? wanted : 'fitting';
  const resolution = fine === 'fitting' ? resolutionOf(period) : fine;
  const [account] = useAccount();
  const { phase } = useSession();
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Choice name="Of" value={whose} options={WHOSE} onChoose={setWhose} />
        <Choice name="Period" value={period} options={PERIODS} onChoose={setPeriod} />
        <Choice name="Resolution" value={fine} options={possible} onChoose={want} />
        {whose === 'models' ? <RunFilter filter={{ run, setRun }} /> : null}
      </div>
      {whose === 'account' ? (
        phase === 'signed-in' && account !== undefined ? (
          <BooksPanel account={account} period={period} resolution={resolution} />
        ) : (
          <SignInPanel title="Performance of the account" />
        )
      ) : (
        <>
          <ComparisonPanel period={period} run={run} onChoose={choose} />
          <PnlPanel period={period} run={run} />
          <CurvesPanel period={period} resolution={resolution} run={run} only={strategy} onAll={() => choose('')} />
          {strategy === '' ? null : <ModelDetailPanel strategy={strategy} period={period} run={run} />}
        </>
      )}
    </>
  );
}
