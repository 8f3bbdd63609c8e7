import { Link } from 'react-router';
import { useSession } from '@/auth/session';
import { Panel } from '@/ui/Panel';
import { SignInPanel } from '@/ui/SignInPanel';
import type { ActivityFilter } from '../activity/activity';
import { ActivityTable } from '../activity/ActivityTable';
import { useActivity } from '../activity/useActivity';

const SHOWN = 10;
const ALL: ActivityFilter = { kind: 'all', account: '', symbol: '', strategy: '', trace: '', from: '', to: '' };

/** What happened last. */
export function ActivityPanel() {
  const { phase } = useSession();
  const lines = useActivity(ALL, SHOWN);
  if (phase !== 'signed-in') {
    return <SignInPanel title="Activity" />;
  }
  return (
    <Panel
      title="Activity"
      query={lines}
      tools={
        <Link className="underline" to="/activity">
          All of it
        </Link>
      }
      empty={(read) => (read.pages[0]?.entries?.length ? undefined : { text: 'Nothing has happened yet.' })}
    >
      {(read) => <ActivityTable name="Newest activity" rows={(read.pages[0]?.entries ?? []).slice(0, SHOWN)} brief />}
    </Panel>
  );
}
