import { useState } from 'react';
import { signInAgain, stayOut, troubleInWords, useSession } from '@/auth/session';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { useConfig } from './context';

/** Asks whoever was signed in to sign in again, over the page as it is, so that nothing typed is lost. */
export function SignInAgain() {
  const session = useSession();
  const { issuer } = useConfig();
  const [put, setPut] = useState<string | undefined>(undefined);
  const words = session.phase === 'starting' ? undefined : troubleInWords(session, issuer);
  const notNow = () => {
    setPut(words);
    stayOut();
  };
  return (
    <Dialog
      open={words !== undefined && put !== words}
      onClose={notNow}
      title="Sign in again"
      description={words}
      actions={
        <>
          <Button onClick={notNow}>Not now</Button>
          <Button look="main" onClick={() => void signInAgain()}>
            Sign in
          </Button>
        </>
      }
    >
      {session.detail ? <p className="text-xs text-quiet">{session.detail}</p> : null}
    </Dialog>
  );
}
