import { useSession } from '@/auth/session';
import { SignInPanel } from '@/ui/SignInPanel';
import { ControllersPanel } from './ControllersPanel';
import { CyclesPanel } from './CyclesPanel';
import { PortfoliosPanel } from './PortfoliosPanel';

/** Strategy controllers, the portfolios they run, and each cycle with its steps, trades and errors. */
export default function CyclesPage() {
  const { phase } = useSession();
  if (phase !== 'signed-in') {
    return <SignInPanel title="Strategies and cycles" />;
  }
  return (
    <>
      <ControllersPanel />
      <PortfoliosPanel />
      <CyclesPanel />
    </>
  );
}
