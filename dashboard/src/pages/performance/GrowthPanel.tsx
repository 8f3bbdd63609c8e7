import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { data, models } from '@/api/clients';
import { asFailure } from '@/api/failure';
import type { components } from '@/api/generated/signals-api';
import { keys } from '@/api/keys';
import { useSession } from '@/auth/session';
import { words } from '@/format/words';
import { serverClock } from '@/time/clock';
import { Chart, type ChartSeries } from '@/ui/Chart';
import { Panel } from '@/ui/Panel';
import { When } from '@/ui/When';
import { allOf } from './allOf';
import type { Book } from './books';
import { begun, flat, held as heldOf, rebased, together, type Curve, type GrownTogether } from './growth';
import { hoursOf, staleAfter, STEPS } from './performance';
import { ofModels, useEquities, type Asked, type BooksEquity } from './useBooks';
import { timeframeOf, useHold } from './useHold';

type Curves = components['schemas']['EquityCurves'];

const BUY_AND_HOLD = 'Buy and hold';
const UNDER = ', under water';

/** Growth of all that is chosen on one scale, how far each is under water, and doing nothing and holding beside them. */
export function GrowthPanel({ asked, chosen }: { asked: Asked; chosen: readonly Book[] }) {
  const hours = hoursOf(asked.period);
  const curves = useQuery({
    queryKey: [...keys.models.curves(asked.symbol, hours, asked.resolution), asked.run],
    queryFn: ({ signal }) =>
      data(
        models.GET('/api/models/equity-curves', {
          params: { query: { hours, resolution: asked.resolution, ...ofModels(asked) } },
          signal,
        }),
      ),
  });
  const own = useMemo(() => chosen.filter((each) => each.kind !== 'model'), [chosen]);
  const equities = useEquities(own, asked.resolution);
  // The array is another one at each look; what was read is not.
  const worths = useStable(equities.map((each) => each.data));
  const grown = useMemo(
    () => grownOf(chosen, curves.data, own, worths, asked),
    [chosen, curves.data, own, worths, asked],
  );
  const queries = [...(chosen.some((each) => each.kind === 'model') ? [curves] : []), ...equities];
  return (
    <Panel
      title="Growth and drawdown"
      query={allOf(queries, grown)}
      at={(read) => (asked.run > 0 || read.end === undefined ? undefined : read.end * 1000)}
      label={() => curves.data?.label}
      staleAfterSeconds={staleAfter(
        asked.run,
        grown.end === undefined ? undefined : grown.end * 1000,
        serverClock.now(),
      )}
      empty={(read) =>
        read.curves.length > 0
          ? undefined
          : { text: curves.data?.reason?.message ?? 'Nothing that is chosen has an equity in this period.' }
      }
    >
      {(read) => <Drawn grown={read} asked={asked} chosen={chosen} curves={curves.data} />}
    </Panel>
  );
}

function grownOf(
  chosen: readonly Book[],
  curves: Curves | undefined,
  own: readonly Book[],
  worths: readonly (BooksEquity | undefined)[],
  asked: Asked,
): GrownTogether {
  const from = serverClock.now() / 1000 - hoursOf(asked.period) * 3600;
  const of = chosen.flatMap((book): Curve[] => {
    if (book.kind === 'model') {
      const found = curves?.curves?.find((each) => each.strategy_code === book.id);
      return found === undefined ? [] : [{ ...book, points: modelPoints(found, STEPS[asked.resolution]) }];
    }
    const worth = worths[own.indexOf(book)];
    return worth === undefined ? [] : [{ ...book, points: pointsOf(worth.points), steady: true, from }];
  });
  return together(of, STEPS[asked.resolution]);
}

/** What was paid in or out is in no return; without one there is a gap. */
function pointsOf(points: readonly { timestamp?: string; return_pct?: number }[] | undefined): Curve['points'] {
  return (points ?? []).map((point) => ({
    time: Math.floor(Date.parse(point.timestamp ?? '') / 1000),
    growth: point.return_pct === undefined ? undefined : 1 + point.return_pct / 100,
  }));
}

/** From the equity the period begins with on. */
function modelPoints({ data: points, summary }: components['schemas']['ModelCurve'], step: number): Curve['points'] {
  const read = pointsOf(points);
  const [growth, equity] = [read[0]?.growth, points?.[0]?.equity_value];
  const start =
    growth === undefined || equity === undefined || summary?.starting_equity === undefined
      ? undefined
      : (growth * summary.starting_equity) / equity;
  return begun(read, start, step);
}

function Drawn({
  grown,
  asked,
  chosen,
  curves,
}: {
  grown: GrownTogether;
  asked: Asked;
  chosen: readonly Book[];
  curves: Curves | undefined;
}) {
  const { start, end } = grown;
  const { held, note } = useBuyAndHold(asked, curves, start, end);
  const series = useMemo((): ChartSeries[] => {
    const colour = (key: string) => chosen.findIndex((each) => each.key === key) + 1;
    const nothing = start === undefined || end === undefined ? [] : flat(start, end);
    return [
      ...grown.curves.map((each) => ({ name: each.name, colour: colour(each.key), pane: 0, points: each.growth })),
      ...(held === undefined ? [] : [{ ...BASELINE, name: BUY_AND_HOLD, colour: 6, points: held.growth }]),
      { ...BASELINE, name: 'Do nothing', colour: 7, points: nothing },
      ...grown.curves.map((each) => ({
        name: each.name + UNDER,
        colour: colour(each.key),
        pane: 1,
        points: each.under,
      })),
      ...(held === undefined
        ? []
        : [{ ...BASELINE, name: BUY_AND_HOLD + UNDER, colour: 6, pane: 1, points: held.under }]),
    ];
  }, [grown, chosen, held, start, end]);
  return (
    <>
      <p className="text-sm">
        Growth in percent since <When at={start === undefined ? undefined : start * 1000} />, the first moment
        {grown.apart.length > 0 ? ' most of them' : ' all of them'} are known at, whatever their capital and currency,
        until <When at={end === undefined ? undefined : end * 1000} />; cash paid in or out is no growth. Below: how far
        each is under its highest since then.
      </p>
      {grown.apart.length === 0 ? null : (
        <p className="text-sm text-warn">
          No time in common with most: {grown.apart.join(', ')}. Each of them begins at 0 by itself.
        </p>
      )}
      {grown.empty.length === 0 ? null : (
        <p className="text-sm text-warn">Without an equity in this period: {grown.empty.join(', ')}.</p>
      )}
      {note === undefined ? null : <p className="text-xs text-quiet">{note}</p>}
      <Chart name="Growth and drawdown" series={series} kind="percent" height={380} />
    </>
  );
}

const BASELINE = { kind: 'dashed' as const, pane: 0 };

/** Prices as they were where they may be read; else one line to what holding came to, as the models' figures say. */
function useBuyAndHold(asked: Asked, curves: Curves | undefined, start: number | undefined, end: number | undefined) {
  const { phase } = useSession();
  const step = STEPS[asked.resolution];
  const to = end === undefined ? undefined : Math.ceil(end / step) * step;
  const timeframe = timeframeOf(asked.resolution, curves?.timeframe);
  const prices = useHold(curves?.symbol, timeframe, start, to);
  const strategy = curves?.curves?.[0]?.strategy_code;
  const isUnread = phase !== 'signed-in' || prices.error !== null || prices.data?.length === 0;
  const details = useQuery({
    queryKey: [...keys.models.all, 'details', strategy, asked.period, asked.run, asked.symbol],
    queryFn: ({ signal }) =>
      data(
        models.GET('/api/models/performance/details', {
          params: { query: { strategy: strategy ?? '', period: asked.period, ...ofModels(asked) } },
          signal,
        }),
      ),
    enabled: isUnread && strategy !== undefined,
  });
  return useMemo(() => {
    const of = `${BUY_AND_HOLD} is that of ${curves?.symbol ?? ''}`;
    if (start === undefined || end === undefined || curves?.symbol === undefined) {
      return { held: undefined, note: 'There is no symbol whose buying and holding could be drawn.' };
    }
    if (!isUnread) {
      return prices.data === undefined
        ? { held: undefined, note: 'The prices for buying and holding are being read.' }
        : { held: heldOf(prices.data, start, end), note: `${of}, by its ${timeframe} closes.` };
    }
    const why =
      phase !== 'signed-in'
        ? 'prices are for those who are signed in'
        : prices.error
          ? asFailure(prices.error).message
          : `no candle of it is stored for this time`;
    const figures = details.data?.baselines?.find((each) => each.name === 'buy_and_hold')?.figures;
    const total = figures?.total_return_pct;
    const begins = Date.parse(details.data?.start_date ?? '') / 1000;
    const ends = Date.parse(details.data?.end_date ?? '') / 1000;
    if (total === undefined || !(ends > begins)) {
      const reason = figures?.unavailable?.find((each) => each.field === 'total_return_pct')?.reason;
      return {
        held: undefined,
        note: `${of}; it cannot be drawn: ${why}${reason === undefined ? '' : `, and its return is not known: ${words(reason)}`}.`,
      };
    }
    const line = [
      { time: begins, growth: 1 },
      { time: ends, growth: 1 + total / 100 },
    ];
    return {
      held: rebased(line, begins),
      note: `${of}, as one line from the beginning of the period to its end: ${why}.`,
    };
  }, [curves?.symbol, start, end, isUnread, phase, prices.data, prices.error, timeframe, details.data]);
}

/** The same array while all in it are the same. */
function useStable<T>(values: readonly T[]): readonly T[] {
  const [kept, keep] = useState(values);
  if (kept.length === values.length && kept.every((value, place) => value === values[place])) {
    return kept;
  }
  keep(values);
  return values;
}
