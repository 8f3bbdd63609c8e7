import { signIn, useSession } from '@/auth/session';
import { Button } from './Button';

/** In the place of what only somebody who is signed in may see. */
export function SignInPanel({ title }: { title: string }) {
  const { phase } = useSession();
  return (
    <section aria-label={title} className="flex flex-col items-start gap-2 rounded-lg border border-line bg-panel p-3">
      <h2 className="text-sm font-semibold">{title}</h2>
      {phase === 'signed-in' ? (
        <p className="text-quiet">There is no account yet, or accounts were not read yet.</p>
      ) : (
        <>
          <p className="text-quiet">Sign in to see it.</p>
          <Button look="main" onClick={() => void signIn()}>
            Sign in
          </Button>
        </>
      )}
    </section>
  );
}
