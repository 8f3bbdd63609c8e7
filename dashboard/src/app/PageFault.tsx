import { useState } from 'react';
import { useRouteError } from 'react-router';
import { asFailure, GATEWAY, unanswered } from '@/api/failure';
import { Button } from '@/ui/Button';
import { FailureNote } from '@/ui/FailureNote';

/** A page that could not be drawn; the frame around it stays. */
export function PageFault() {
  const fault = useRouteError();
  const isMissing = fault instanceof TypeError && /import|module/i.test(fault.message);
  return (
    <main className="flex max-w-xl flex-col gap-3 p-6">
      <h1 className="text-lg font-semibold">{isMissing ? 'This page could not be loaded' : 'This page failed'}</h1>
      {isMissing ? <Missing /> : <FailureNote failure={asFailure(fault)} onRetry={() => location.reload()} />}
    </main>
  );
}

/** Its file is not there: nobody is at the door, or an update has brought other files. */
function Missing() {
  const [isAway, setAway] = useState(false);
  const load = async () => {
    setAway(false);
    try {
      // A reload without a gateway would leave nothing on the page.
      await fetch('/app/config.json', { cache: 'no-store' });
      location.reload();
    } catch {
      setAway(true);
    }
  };
  return (
    <>
      <p>The gateway does not answer, or the dashboard has been updated.</p>
      <Button look="main" onClick={() => void load()}>
        Load it again
      </Button>
      {isAway ? <FailureNote failure={unanswered(GATEWAY, undefined)} onRetry={() => void load()} /> : null}
    </>
  );
}
