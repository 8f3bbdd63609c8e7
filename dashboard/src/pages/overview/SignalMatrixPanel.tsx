import { useQueries, useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, Minus } from 'lucide-react';
import { Link } from 'react-router';
import { brain, data, models } from '@/api/clients';
import type { components } from '@/api/generated/signals-api';
import { keys } from '@/api/keys';
import { useSession } from '@/auth/session';
import { formatted } from '@/format/units';
import type { Prices } from '@/live/apply';
import { Age } from '@/ui/Age';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { Reason } from '@/ui/Reason';
import { text, useUrlState } from '@/url/useUrlState';

type Latest = components['schemas']['LatestModelSignals'];
type Signal = components['schemas']['LatestModelSignal'];

/** More would not be at a glance; the signals page has all. */
const MOST_SYMBOLS = 8;

/** What each model says of each symbol now, with its age; the reason is on hover and focus. */
export function SignalMatrixPanel() {
  const symbols = useSymbols();
  const first = useQuery({
    queryKey: keys.models.latest(undefined),
    queryFn: ({ signal }) => data(models.GET('/api/models/signals/latest', { signal })),
  });
  const others = useQueries({
    queries: symbols
      .filter((symbol) => symbol !== first.data?.symbol)
      .slice(0, MOST_SYMBOLS - 1)
      .map((symbol) => ({
        queryKey: keys.models.latest(symbol),
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          data(models.GET('/api/models/signals/latest', { params: { query: { symbol } }, signal })),
        enabled: first.data !== undefined,
      })),
  });
  return (
    <Panel
      title="What the models say"
      query={first}
      at={(latest) => latest.timestamp}
      label={(latest) => latest.label}
      empty={(latest) =>
        latest.signals?.length
          ? undefined
          : {
              text: latest.reason?.message ?? 'No model has said anything yet.',
              action: (
                <Link className="text-accent underline" to="/data">
                  See what the feeds bring
                </Link>
              ),
            }
      }
      staleAfterSeconds={900}
    >
      {(latest) => (
        <Matrix latest={[latest, ...others.map((each) => each.data).filter((each) => each !== undefined)]} />
      )}
    </Panel>
  );
}

/** The one that is filtered by, and those of the feeds; only who is signed in may ask which there are. */
function useSymbols(): string[] {
  const { phase } = useSession();
  const [chosen] = useUrlState('symbol', text, '');
  const feeds = useQuery({
    queryKey: [...keys.brain.all, 'feeds'],
    queryFn: ({ signal }) => data(brain.GET('/api/v1/brain/feeds', { signal })),
    enabled: phase === 'signed-in',
  });
  const fed = feeds.data?.flatMap((feed) => feed.symbols ?? []).flatMap((each) => each.symbol ?? []) ?? [];
  return [...new Set(chosen === '' ? fed : [chosen, ...fed])];
}

function Matrix({ latest }: { latest: readonly Latest[] }) {
  const prices = useQuery<Prices>({ queryKey: keys.models.prices, enabled: false }).data;
  const codes = [...new Set(latest.flatMap((each) => each.signals ?? []).flatMap((each) => each.strategy_code ?? []))];
  const names = new Map(
    latest.flatMap((each) => each.signals ?? []).map((each) => [each.strategy_code, each.strategy_name] as const),
  );
  return (
    <div className="overflow-x-auto" tabIndex={0} role="region" aria-label="Signals by model and symbol">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">Newest signal of each model by symbol</caption>
        <thead>
          <tr className="border-b border-line text-quiet">
            <th scope="col" className="px-2 py-1 text-start font-medium">
              Model
            </th>
            {latest.map((each) => (
              <th key={each.symbol} scope="col" className="px-2 py-1 text-start font-medium whitespace-nowrap">
                <Link className="hover:underline" to={`/signals?symbol=${encodeURIComponent(each.symbol ?? '')}`}>
                  {each.symbol}
                </Link>{' '}
                <span className="font-normal">
                  {each.market_status?.replace('_', ' ')}{' '}
                  <Figure
                    value={prices?.[each.symbol ?? '']?.price}
                    kind="price"
                    reason="The feed has told no price of it yet"
                  />
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {codes.map((code) => (
            <tr key={code} className="border-b border-line/60">
              <th scope="row" className="px-2 py-1.5 text-start font-medium whitespace-nowrap">
                <Link className="hover:underline" to={`/signals?strategy=${encodeURIComponent(code)}`}>
                  {names.get(code) ?? code}
                </Link>
              </th>
              {latest.map((each) => (
                <td key={each.symbol} className="px-2 py-1.5">
                  <SignalCell signal={each.signals?.find((signal) => signal.strategy_code === code)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const LOOKS = {
  buy: { word: 'BUY', look: 'text-up', Icon: ArrowUp },
  sell: { word: 'SELL', look: 'text-down', Icon: ArrowDown },
  hold: { word: 'HOLD', look: 'text-quiet', Icon: Minus },
};

function SignalCell({ signal }: { signal: Signal | undefined }) {
  if (!signal?.side) {
    return <Reason why="This model has said nothing about this symbol yet.">–</Reason>;
  }
  const { word, look, Icon } = LOOKS[signal.side] ?? { word: signal.side, look: '', Icon: Minus };
  const cell = (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span className={`inline-flex items-center gap-0.5 font-semibold ${look}`}>
        <Icon size={14} aria-hidden />
        {word}
      </span>
      {signal.confidence === undefined ? null : (
        <span className="figure text-quiet">{formatted(signal.confidence, 'fraction', { decimals: 0 })}</span>
      )}
      <span className="text-xs text-quiet">
        <Age at={signal.timestamp} />
      </span>
      {signal.proxy ? <span className="rounded border border-warn px-1 text-xs text-warn">proxy</span> : null}
    </span>
  );
  return signal.reasoning ? <Reason why={signal.reasoning}>{cell}</Reason> : cell;
}
