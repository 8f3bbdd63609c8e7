import type { ChartPoint } from '@/ui/Chart';

/** A curve as it came: growth is 1 where it begins, and undefined where there is none. Oldest first, in seconds. */
export interface Curve {
  key: string;
  name: string;
  points: readonly { time: number; growth: number | undefined }[];
  /** Stretches without a point are those in which nothing changed: it goes on until the others end. */
  steady?: boolean;
  /** Nothing before it is shown; what was known last before it is where the curve begins. */
  from?: number;
}

/** A curve as it is drawn. */
export interface Grown {
  key: string;
  name: string;
  /** In percent, 0 where it begins. */
  growth: ChartPoint[];
  /** How far below its highest it is, in percent, 0 or negative. */
  under: ChartPoint[];
}

export interface GrownTogether {
  /** The first moment all of them are known at; undefined when there is none. */
  start: number | undefined;
  end: number | undefined;
  curves: Grown[];
  /** Names of those that have no time in common with most of them: they begin by themselves. */
  apart: string[];
  /** Names of those without a point. */
  empty: string[];
}

type Known = readonly { time: number; growth: number | undefined }[];

/**
 * The end of the stretch a moment is in, so that curves whose last points of an hour lie apart by seconds meet. What
 * belongs to the last stretch is not put after the last moment of all.
 */
function aligned(points: Known, step: number, end: number): Known {
  const found: { time: number; growth: number | undefined }[] = [];
  for (const { time, growth } of points) {
    const at = Math.min(Math.ceil(time / step) * step, end);
    const last = found.at(-1);
    if (last?.time === at) {
      last.growth = growth;
    } else if (Number.isFinite(at)) {
      found.push({ time: at, growth });
    }
  }
  return found;
}

const firstOf = (points: Known) => points.find((point) => point.growth !== undefined)?.time;

/**
 * A curve with where it began: the first point of a day is the end of it, and what was won or lost until then is of the
 * curve too.
 *
 * @param start growth with which its first stretch began
 */
export function begun(points: Known, start: number | undefined, step: number): Known {
  const first = points[0];
  return first === undefined || start === undefined || !Number.isFinite(start)
    ? points
    : [{ time: (Math.ceil(first.time / step) - 1) * step, growth: start }, ...points];
}

/** The last growth until a moment. */
function until(points: Known, moment: number): number | undefined {
  let found: number | undefined;
  for (const { time, growth } of points) {
    if (time > moment) {
      break;
    }
    found = growth ?? found;
  }
  return found;
}

/** In percent of what it was at a moment, and how far below the highest since. */
export function rebased(points: Known, start: number): Pick<Grown, 'growth' | 'under'> {
  const base = until(points, start);
  if (base === undefined || base <= 0) {
    return { growth: [], under: [] };
  }
  const growth: ChartPoint[] = [{ time: start, value: 0 }];
  const under: ChartPoint[] = [{ time: start, value: 0 }];
  let highest = 1;
  for (const { time, growth: now } of points) {
    if (time > start) {
      const value = now === undefined ? undefined : now / base;
      highest = Math.max(highest, value ?? highest);
      growth.push({ time, value: value === undefined ? undefined : (value - 1) * 100 });
      // What never fell is 0 and not -0.
      under.push({ time, value: value === undefined ? undefined : 0 - ((highest - value) / highest) * 100 });
    }
  }
  return { growth, under };
}

/**
 * Curves of any capital and currency on one scale: each as growth from the first moment at which all are known. One
 * that has no time in common with most of them begins by itself, and the moment is that of the others.
 */
export function together(curves: readonly Curve[], step: number): GrownTogether {
  const end = Math.max(...curves.flatMap((curve) => curve.points.at(-1)?.time ?? []));
  const cut = curves.map((curve) => ({ curve, points: since(aligned(curve.points, step, end), curve.from) }));
  const known = cut.filter(({ points }) => firstOf(points) !== undefined);
  const { start, apart } = commonStart(known);
  return {
    start,
    end: known.length === 0 ? undefined : end,
    curves: known.map(({ curve, points }) => {
      const last = points.at(-1);
      const whole =
        curve.steady && last !== undefined && last.time < end && !apart.includes(curve.key)
          ? [...points, { time: end, growth: last.growth }]
          : points;
      const begin = apart.includes(curve.key) ? firstOf(points) : start;
      return { key: curve.key, name: curve.name, ...rebased(whole, begin ?? 0) };
    }),
    apart: known.flatMap(({ curve }) => (apart.includes(curve.key) ? curve.name : [])),
    empty: cut.filter(({ points }) => firstOf(points) === undefined).map(({ curve }) => curve.name),
  };
}

function since(points: Known, from: number | undefined): Known {
  if (from === undefined) {
    return points;
  }
  const before = until(points, from);
  const rest = points.filter((point) => point.time > from);
  return before === undefined ? rest : [{ time: from, growth: before }, ...rest];
}

/** Of the moments at which one of them begins, the first at which most of them are there and go on. */
function commonStart(known: readonly { curve: Curve; points: Known }[]): {
  start: number | undefined;
  apart: string[];
} {
  let start: number | undefined;
  let most: string[] = [];
  for (const moment of known.map(({ points }) => firstOf(points) ?? 0).sort((a, b) => a - b)) {
    const there = known.filter(
      ({ curve, points }) =>
        (firstOf(points) ?? 0) <= moment && (curve.steady === true || (points.at(-1)?.time ?? 0) > moment),
    );
    if (start === undefined || there.length > most.length) {
      start = moment;
      most = there.map(({ curve }) => curve.key);
    }
  }
  return { start, apart: known.flatMap(({ curve }) => (most.includes(curve.key) ? [] : [curve.key])) };
}

/** Doing nothing: no growth from one moment to another. */
export function flat(start: number, end: number): ChartPoint[] {
  return [
    { time: start, value: 0 },
    { time: end, value: 0 },
  ];
}

/** Buying at a moment, or at the first price after it, and holding until another. */
export function held(
  prices: readonly { time: number; price: number }[],
  start: number,
  end: number,
): Pick<Grown, 'growth' | 'under'> {
  const points = prices.filter(({ time }) => time <= end).map(({ time, price }) => ({ time, growth: price }));
  return rebased(points, Math.max(start, points[0]?.time ?? start));
}
