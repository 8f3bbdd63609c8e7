import { useSession } from '@/auth/session';
import { SignInPanel } from '@/ui/SignInPanel';
import { FeedsPanel } from './FeedsPanel';
import { ImportPanel } from './ImportPanel';
import { JobsPanel } from './JobsPanel';
import { StoredPanel } from './StoredPanel';

/** Where prices come from and how old they are, what is stored, and the jobs that work out the past. */
export default function DataPage() {
  const { phase } = useSession();
  if (phase !== 'signed-in') {
    return <SignInPanel title="Data and jobs" />;
  }
  return (
    <>
      <FeedsPanel />
      <JobsPanel />
      <StoredPanel />
      <ImportPanel />
    </>
  );
}
