import { useRouteError } from 'react-router';
import { asFailure } from '@/api/failure';
import { Button } from '@/ui/Button';
import { FailureNote } from '@/ui/FailureNote';

/** A page that could not be drawn; the frame around it stays. */
export function PageFault() {
  const fault = useRouteError();
  const isOldBuild = fault instanceof TypeError && /import|module/i.test(fault.message);
  return (
    <main className="flex max-w-xl flex-col gap-3 p-6">
      <h1 className="text-lg font-semibold">{isOldBuild ? 'The dashboard has been updated' : 'This page failed'}</h1>
      {isOldBuild ? (
        <Button look="main" onClick={() => location.reload()}>
          Load the new one
        </Button>
      ) : (
        <FailureNote failure={asFailure(fault)} onRetry={() => location.reload()} />
      )}
    </main>
  );
}
