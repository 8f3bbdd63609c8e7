import { useAccount } from '@/app/useAccount';
import { useSession } from '@/auth/session';
import { SignInPanel } from '@/ui/SignInPanel';
import { FrontierPanel } from './FrontierPanel';
import { LiveRiskPanel } from './LiveRiskPanel';
import { OptimiserPanel } from './OptimiserPanel';
import { RebalancingsPanel } from './RebalancingsPanel';
import { SharesPanel } from './SharesPanel';
import { useAssets } from './useAssets';

/** What an account holds of each strategy and what it is to hold, how that is chosen, and how it gets there. */
export default function PortfolioPage() {
  const [account] = useAccount();
  const { phase } = useSession();
  const assets = useAssets();
  if (phase !== 'signed-in' || account === undefined) {
    return <SignInPanel title="Portfolio" />;
  }
  return (
    <>
      <SharesPanel account={account} />
      <div className="grid items-start gap-3 xl:grid-cols-2">
        <OptimiserPanel account={account} assets={assets} />
        <FrontierPanel account={account} assets={assets} />
        <RebalancingsPanel account={account} />
        <LiveRiskPanel account={account} />
      </div>
    </>
  );
}
