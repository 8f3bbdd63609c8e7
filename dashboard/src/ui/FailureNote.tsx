import { Copy, RotateCw } from 'lucide-react';
import type { Failure } from '@/api/failure';
import { useSession, signIn } from '@/auth/session';
import { Button } from './Button';

/** What went wrong, with its code and trace id to copy, and what can be done. */
export function FailureNote({ failure, onRetry }: { failure: Failure; onRetry?: () => void }) {
  const session = useSession();
  return (
    <div role="alert" className="flex flex-col items-start gap-2 rounded-md border border-bad p-3">
      <p>{sentence(failure)}</p>
      {failure.errors.length > 0 ? (
        <ul className="list-disc ps-5">
          {failure.errors.map((error) => (
            <li key={`${error.field} ${error.code} ${error.message}`}>
              <strong>{error.field}</strong>: {error.message}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="text-xs text-quiet">
        {failure.code}
        {failure.traceId ? (
          <>
            , trace <code>{failure.traceId}</code>
          </>
        ) : null}
      </p>
      <div className="flex gap-2">
        {failure.kind === 'signed-out' && session.phase !== 'signed-in' ? (
          <Button look="main" onClick={() => void signIn()}>
            Sign in
          </Button>
        ) : null}
        {onRetry ? (
          <Button onClick={onRetry}>
            <RotateCw size={14} aria-hidden /> Try again
          </Button>
        ) : null}
        <Button onClick={() => void navigator.clipboard.writeText(failure.report())}>
          <Copy size={14} aria-hidden /> Copy
        </Button>
      </div>
    </div>
  );
}

function sentence(failure: Failure): string {
  switch (failure.kind) {
    case 'signed-out':
      return 'This takes a sign-in.';
    case 'forbidden':
      return `Your sign-in does not allow this. ${failure.message}`;
    case 'busy':
      return failure.retryAfterSeconds === undefined
        ? `Too many requests. ${failure.message}`
        : `Too many requests; it takes more in ${failure.retryAfterSeconds} s. ${failure.message}`;
    default:
      return failure.message;
  }
}
