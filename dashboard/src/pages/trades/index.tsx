import { useAccount } from '@/app/useAccount';
import { useSession } from '@/auth/session';
import { Choice } from '@/ui/Choice';
import { SignInPanel } from '@/ui/SignInPanel';
import { oneOf, useUrlState } from '@/url/useUrlState';
import { LedgerTripsPanel } from './LedgerTripsPanel';
import { ModelTradesPanel } from './ModelTradesPanel';

const WHOSE = ['account', 'models'] as const;
const KIND = oneOf(...WHOSE);

/** Trades that are over: of the account, entry and exit matched first in first out, or of the models. */
export default function TradesPage() {
  const [whose, setWhose] = useUrlState('of', KIND, 'account');
  const [account] = useAccount();
  const { phase } = useSession();
  return (
    <>
      <div>
        <Choice name="Of" value={whose} options={WHOSE} onChoose={setWhose} />
      </div>
      {whose === 'models' ? (
        <ModelTradesPanel />
      ) : phase === 'signed-in' && account !== undefined ? (
        <LedgerTripsPanel account={account} />
      ) : (
        <SignInPanel title="Trades of the account" />
      )}
    </>
  );
}
