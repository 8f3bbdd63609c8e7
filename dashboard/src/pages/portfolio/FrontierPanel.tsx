import { useQuery } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { data, portfolio } from '@/api/clients';
import { keys } from '@/api/keys';
import { useMissing } from '@/auth/session';
import { formatted } from '@/format/units';
import { Button } from '@/ui/Button';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { TargetDialog } from './TargetDialog';
import { Weights } from './Weights';
import { dataOf, placed, type Assets, type Frontier } from './portfolio';
import type { AssetChoice } from './useAssets';

const WIDTH = 480;
const HEIGHT = 200;
const EDGE = 12;

/** The efficient frontier: dragged along, it shows the weights of each point and what they promise. */
export function FrontierPanel({ account, assets }: { account: string; assets: AssetChoice }) {
  const wanted = assets.assets;
  const [drawn, draw] = useState<Assets | undefined>(undefined);
  const asked = drawn === wanted;
  const frontier = useQuery({
    queryKey: [...keys.portfolio.all, 'frontier', wanted],
    queryFn: ({ signal }) =>
      data(portfolio.POST('/api/v1/portfolio/efficient-frontier', { body: { data: dataOf(wanted) }, signal })),
    enabled: asked,
    staleTime: 300_000,
    retry: false,
  });
  if (!asked) {
    return (
      <section
        aria-label="Efficient frontier"
        className="flex flex-col items-start gap-2 rounded-lg border border-line bg-panel p-3"
      >
        <h2 className="text-sm font-semibold">Efficient frontier</h2>
        <p className="text-quiet">Of the strategies, days and label that are chosen: the least risk for each return.</p>
        <Button
          disabledReason={wanted.codes.length < 2 ? 'It takes at least two strategies' : undefined}
          onClick={() => draw(wanted)}
        >
          Draw it
        </Button>
      </section>
    );
  }
  return (
    <Panel
      title="Efficient frontier"
      query={frontier}
      label={() => wanted.label}
      staleAfterSeconds={3600}
      empty={(read) => (read.points?.length ? undefined : { text: 'There is no frontier of these strategies.' })}
    >
      {(read) => <Along account={account} frontier={read} />}
    </Panel>
  );
}

function Along({ account, frontier }: { account: string; frontier: Frontier }) {
  const points = useMemo(() => frontier.points ?? [], [frontier]);
  const [place, setPlace] = useState(0);
  const [making, setMaking] = useState(false);
  const missing = useMissing('portfolio:write');
  const field = useId();
  const spots = useMemo(() => placed(points, WIDTH, HEIGHT), [points]);
  const at = Math.min(place, points.length - 1);
  const point = points[at];
  const spot = spots[at];
  const told = `volatility ${formatted(point?.volatility, 'fraction') ?? '–'}, return ${formatted(point?.expected_return, 'fraction') ?? '–'}`;
  return (
    <>
      <svg
        role="img"
        aria-label={`${points.length} portfolios from the least volatility to the largest return; chosen: ${told}`}
        viewBox={`${-EDGE} ${-EDGE} ${WIDTH + 2 * EDGE} ${HEIGHT + 2 * EDGE}`}
        className="w-full text-accent"
      >
        <polyline
          points={spots.map(({ x, y }) => `${x},${y}`).join(' ')}
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
        />
        {spot ? <circle cx={spot.x} cy={spot.y} r="6" fill="currentColor" /> : null}
      </svg>
      <label htmlFor={field} className="flex flex-col gap-1 text-sm">
        More return, and more risk
        <input
          id={field}
          type="range"
          min={0}
          max={points.length - 1}
          value={at}
          aria-valuetext={told}
          onChange={(event) => setPlace(Number(event.target.value))}
        />
      </label>
      <p className="text-sm">
        Volatility <Figure value={point?.volatility} kind="fraction" />, return{' '}
        <Figure value={point?.expected_return} kind="fraction" />, Sharpe ratio{' '}
        <Figure value={point?.sharpe} kind="ratio" />
      </p>
      <Weights weights={point?.weights} />
      <div>
        <Button disabledReason={missing} onClick={() => setMaking(true)}>
          Make it the target
        </Button>
      </div>
      {making ? (
        <TargetDialog account={account} wanted={{ weights: point?.weights ?? {} }} onClose={() => setMaking(false)} />
      ) : null}
    </>
  );
}
