import { Link } from 'react-router';
import { useHeadroom } from '@/app/useHeadroom';
import { LimitBar } from '@/ui/LimitBar';
import { Panel } from '@/ui/Panel';
import { SignInPanel } from '@/ui/SignInPanel';

/** How much is left of each limit, as bars. */
export function LimitsPanel({ account }: { account: string | undefined }) {
  const headroom = useHeadroom(account);
  if (account === undefined) {
    return <SignInPanel title="Limits" />;
  }
  return (
    <Panel
      title={`Limits of ${account}`}
      query={headroom}
      at={(read) => read.evaluated_at}
      tools={
        <Link className="underline" to={`/risk?account=${encodeURIComponent(account)}`}>
          Risk
        </Link>
      }
      empty={(read) => (read.limits?.length ? undefined : { text: 'No limit is set.' })}
    >
      {(read) => (
        <ul className="flex flex-col gap-2">
          {(read.limits ?? []).map((limit) => (
            <LimitBar key={limit.name} limit={limit} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
