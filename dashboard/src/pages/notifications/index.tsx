import { useSession } from '@/auth/session';
import { SignInPanel } from '@/ui/SignInPanel';
import { DisplayPanel } from './DisplayPanel';
import { NotificationsPanel } from './NotificationsPanel';
import { WebhooksPanel } from './WebhooksPanel';

/** What wants attention, what makes it so, the webhooks, and how all is shown. */
export default function NotificationsPage() {
  const { phase } = useSession();
  return (
    <div className="grid items-start gap-3 xl:grid-cols-2">
      {phase === 'signed-in' ? (
        <>
          <NotificationsPanel />
          <WebhooksPanel />
        </>
      ) : (
        <SignInPanel title="Notifications" />
      )}
      <DisplayPanel />
    </div>
  );
}
