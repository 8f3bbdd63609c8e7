import { useAccount } from '@/app/useAccount';
import { useSession } from '@/auth/session';
import { Choice } from '@/ui/Choice';
import { SignInPanel } from '@/ui/SignInPanel';
import { oneOf, text, useUrlState } from '@/url/useUrlState';
import { BooksPanel } from './BooksPanel';
import { ComparisonPanel } from './ComparisonPanel';
import { CurvesPanel } from './CurvesPanel';
import { ModelDetailPanel } from './ModelDetailPanel';
import { PERIODS } from './performance';

const PERIOD = oneOf(...PERIODS);
const WHOSE = ['models', 'account'] as const;
const KIND = oneOf(...WHOSE);

/** How the models and the account did, side by side with doing nothing. */
export default function PerformancePage() {
  const [whose, setWhose] = useUrlState('of', KIND, 'models');
  const [period, setPeriod] = useUrlState('period', PERIOD, '30d');
  const [strategy, choose] = useUrlState('strategy', text, '');
  const [account] = useAccount();
  const { phase } = useSession();
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Choice name="Of" value={whose} options={WHOSE} onChoose={setWhose} />
        <Choice name="Period" value={period} options={PERIODS} onChoose={setPeriod} />
      </div>
      {whose === 'account' ? (
        phase === 'signed-in' && account !== undefined ? (
          <BooksPanel account={account} period={period} />
        ) : (
          <SignInPanel title="Performance of the account" />
        )
      ) : (
        <>
          <ComparisonPanel period={period} onChoose={choose} />
          <CurvesPanel period={period} only={strategy} onAll={() => choose('')} />
          {strategy === '' ? null : <ModelDetailPanel strategy={strategy} period={period} />}
        </>
      )}
    </>
  );
}
