import { useQuery } from '@tanstack/react-query';
import { every } from '@/api/every';
import { data, portfolio } from '@/api/clients';
import type { components } from '@/api/generated/portfolio';
import { keys } from '@/api/keys';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { words } from '@/format/words';

type LiveRisk = components['schemas']['LivePortfolioRisk'];
type Tail = components['schemas']['TailFigure'];
type Exposure = components['schemas']['StrategyExposure'];

const EXPOSURES: readonly Column<Exposure>[] = [
  { id: 'strategy', header: 'Strategy', value: (row) => row.strategy },
  {
    id: 'net',
    header: 'Exposure',
    numeric: true,
    value: (row) => row.net,
    cell: (row) => <Figure value={row.net} kind="money" reason="A price is missing" />,
  },
  {
    id: 'share',
    header: 'Part of the shortfall',
    numeric: true,
    value: (row) => row.share,
    cell: (row) => <Figure value={row.share} kind="fraction" reason="Its returns are not known" />,
  },
];

/** What the account can lose as it stands, by every method, and what of that is whose. */
export function LiveRiskPanel({ account }: { account: string }) {
  const risk = useQuery({
    queryKey: [...keys.portfolio.all, 'live-risk', account],
    queryFn: ({ signal }) =>
      data(portfolio.GET('/api/v1/portfolio/risk/live', { params: { query: { account_id: account } }, signal })),
    refetchInterval: every(15_000),
  });
  return (
    <Panel title="Live risk" query={risk} label={(read) => read.label}>
      {(read) => (
        <>
          <Limits risk={read} />
          <Tails risk={read} />
          {read.strategies?.length ? (
            <DataTable
              name="Risk by strategy"
              rows={read.strategies}
              columns={EXPOSURES}
              rowKey={(row) => row.strategy ?? ''}
            />
          ) : null}
          {read.stale?.length ? (
            <ul className="text-sm text-warn">
              {read.stale.map((part) => (
                <li key={part.part}>
                  {part.part}: {part.reason?.message}
                </li>
              ))}
            </ul>
          ) : null}
        </>
      )}
    </Panel>
  );
}

function Limits({ risk }: { risk: LiveRisk }) {
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {(risk.limits ?? []).map((limit) => (
        <li key={`${limit.limit} ${limit.subject}`} className="flex justify-between gap-3">
          <span className="capitalize">{words(limit.limit)}</span>
          <span>
            <Figure value={limit.measured} kind="fraction" reason={limit.reason?.message ?? 'It is not known'} /> of{' '}
            <Figure value={limit.allowed} kind="fraction" />{' '}
            <span className={limit.standing === 'BREACHED' ? 'text-bad' : 'text-quiet'}>{words(limit.standing)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Tails({ risk }: { risk: LiveRisk }) {
  const methods = [...new Set((risk.value_at_risk ?? []).map((figure) => figure.method))];
  const levels = [...new Set((risk.value_at_risk ?? []).map((figure) => figure.confidence))];
  const find = (figures: readonly Tail[] | undefined, method: Tail['method'], confidence: number | undefined) =>
    figures?.find((figure) => figure.method === method && figure.confidence === confidence);
  return methods.length === 0 ? null : (
    <table className="w-full text-sm">
      <caption className="text-start text-xs text-quiet">
        Value at risk and expected shortfall of one day, of equity
      </caption>
      <thead className="text-xs text-quiet">
        <tr>
          <th className="text-start font-normal">Method</th>
          {levels.map((level) => (
            <th key={level} className="text-end font-normal">
              <Figure value={level} kind="fraction" decimals={0} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {methods.map((method) => (
          <tr key={method} className="border-t border-line">
            <td className="capitalize">{words(method)}</td>
            {levels.map((level) => {
              const loss = find(risk.value_at_risk, method, level);
              const beyond = find(risk.expected_shortfall, method, level);
              return (
                <td key={level} className="text-end">
                  <Figure value={loss?.value} kind="fraction" reason={loss?.reason ?? 'It is not known'} /> /{' '}
                  <Figure value={beyond?.value} kind="fraction" reason={beyond?.reason ?? 'It is not known'} />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
