import { Button } from '@/ui/Button';

/** What is shown when not even the gateway answers. */
export function NoGateway({ why, onRetry }: { why: string; onRetry: () => void }) {
  return (
    <main className="mx-auto flex max-w-xl flex-col items-start gap-3 p-8">
      <h1 className="text-lg font-semibold">The trade suite does not answer</h1>
      <p>
        The gateway at <code>{location.origin}</code> does not say where to sign in. Look whether the suite runs (
        <code>./suite status</code>), and whether this is its address.
      </p>
      <p className="text-quiet">{why}</p>
      <Button look="main" onClick={onRetry}>
        Try again
      </Button>
    </main>
  );
}
