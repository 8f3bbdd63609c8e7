import { useAccount } from '@/app/useAccount';
import { ActivityPanel } from './ActivityPanel';
import { EquityPanel } from './EquityPanel';
import { KeyFigures } from './KeyFigures';
import { LimitsPanel } from './LimitsPanel';
import { ModelPositionsPanel } from './ModelPositionsPanel';
import { AccountPositionsPanel } from './AccountPositionsPanel';
import { ServicesPanel } from './ServicesPanel';
import { SignalMatrixPanel } from './SignalMatrixPanel';

/** The state of everything at a glance; each figure leads to its page. */
export default function OverviewPage() {
  const [account] = useAccount();
  return (
    <>
      <KeyFigures account={account} />
      <SignalMatrixPanel />
      <EquityPanel />
      <div className="grid gap-3 xl:grid-cols-2">
        <AccountPositionsPanel account={account} />
        <ModelPositionsPanel />
        <LimitsPanel account={account} />
        <ActivityPanel />
        <ServicesPanel />
      </div>
    </>
  );
}
