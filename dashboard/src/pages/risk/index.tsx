import { StopSwitch } from '@/app/stop/StopSwitch';
import { useAccount } from '@/app/useAccount';
import { useSession } from '@/auth/session';
import { SignInPanel } from '@/ui/SignInPanel';
import { LimitsPanel } from '../overview/LimitsPanel';
import { CurrenciesPanel } from './CurrenciesPanel';
import { LimitSettingsPanel } from './LimitSettingsPanel';
import { ReservationsPanel } from './ReservationsPanel';
import { RiskEventsPanel } from './RiskEventsPanel';
import { TestTradePanel } from './TestTradePanel';
import { TradingStatesPanel } from './TradingStatesPanel';

/** How near the account is to each of its limits, what may trade, and what happened. */
export default function RiskPage() {
  const [account] = useAccount();
  const { phase } = useSession();
  if (phase !== 'signed-in' || account === undefined) {
    return <SignInPanel title="Risk" />;
  }
  return (
    <div className="grid items-start gap-3 xl:grid-cols-2">
      <div className="xl:col-span-2">
        <StopSwitch />
      </div>
      <LimitsPanel account={account} />
      <TradingStatesPanel account={account} />
      <CurrenciesPanel account={account} />
      <LimitSettingsPanel account={account} />
      <TestTradePanel account={account} />
      <ReservationsPanel account={account} />
      <RiskEventsPanel account={account} />
    </div>
  );
}
