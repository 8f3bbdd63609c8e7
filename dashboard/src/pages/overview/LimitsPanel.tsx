import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { data, risk } from '@/api/clients';
import type { components } from '@/api/generated/risk';
import { keys } from '@/api/keys';
import { formatted } from '@/format/units';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { SignInPanel } from '@/ui/SignInPanel';

export type LimitReading = components['schemas']['LimitHeadroom'];

/** How much is left of each limit, as bars. */
export function LimitsPanel({ account }: { account: string | undefined }) {
  const headroom = useQuery({
    queryKey: [...keys.risk.account(account ?? ''), 'headroom'],
    queryFn: ({ signal }) =>
      data(
        risk.GET('/api/v1/risk/accounts/{account}/headroom', { params: { path: { account: account ?? '' } }, signal }),
      ),
    enabled: account !== undefined,
    refetchInterval: 15_000,
  });
  if (account === undefined) {
    return <SignInPanel title="Limits" />;
  }
  return (
    <Panel
      title={`Limits of ${account}`}
      query={headroom}
      at={(read) => read.evaluated_at}
      empty={(read) =>
        read.limits?.length
          ? undefined
          : {
              text: 'No limit is set.',
              action: (
                <Link className="text-accent underline" to={`/risk?account=${encodeURIComponent(account)}`}>
                  Risk
                </Link>
              ),
            }
      }
    >
      {(read) => (
        <ul className="flex flex-col gap-2">
          {(read.limits ?? []).map((limit) => (
            <Bar key={limit.name} limit={limit} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** Of the limit, how much is used: 0 to 100; undefined when it cannot be told. */
export function usedPercent({ measured, limit }: LimitReading): number | undefined {
  return measured === undefined || limit === undefined || limit <= 0
    ? undefined
    : Math.min(100, Math.max(0, (100 * measured) / limit));
}

function Bar({ limit }: { limit: LimitReading }) {
  const used = usedPercent(limit);
  const name = (limit.name ?? 'limit').toLowerCase().replaceAll('_', ' ');
  const look = used === undefined ? '' : used >= 100 ? 'bg-bad' : used >= 80 ? 'bg-warn' : 'bg-good';
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-3 text-sm">
      <span className="capitalize">{name}</span>
      <span className="figure">
        <Figure value={limit.measured} kind="ratio" reason={limit.message} /> of{' '}
        <Figure value={limit.limit} kind="ratio" reason="No limit is set" unit={limit.unit} />
      </span>
      <span
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={used === undefined ? 0 : Math.round(used)}
        aria-valuetext={
          used === undefined ? (limit.message ?? 'not measured') : `${formatted(used, 'percent', { decimals: 0 })} used`
        }
        className="col-span-2 h-1.5 overflow-hidden rounded bg-raised"
      >
        <span className={`block h-full ${look}`} style={{ width: `${used ?? 0}%` }} />
      </span>
    </li>
  );
}
