import { useAccount } from '@/app/useAccount';
import { useSession } from '@/auth/session';
import { SignInPanel } from '@/ui/SignInPanel';
import { HoldingsPanel } from './HoldingsPanel';
import { OrdersPanel } from './OrdersPanel';

/** Everything that is held, by whom, and the orders that made it or will. */
export default function PositionsPage() {
  const [account] = useAccount();
  const { phase } = useSession();
  return (
    <>
      <HoldingsPanel account={account} />
      {phase === 'signed-in' && account !== undefined ? (
        <OrdersPanel account={account} />
      ) : (
        <SignInPanel title="Orders" />
      )}
    </>
  );
}
