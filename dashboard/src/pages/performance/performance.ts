import { words } from '@/format/words';
import type { components as Signals } from '@/api/generated/signals-api';

export const PERIODS = ['24h', '7d', '30d', 'all'] as const;
export type Period = (typeof PERIODS)[number];

/** How far apart the points of a curve are; fitting is by the period. */
export const RESOLUTIONS = ['fitting', '5m', '1h', '1d'] as const;
export type Resolution = Exclude<(typeof RESOLUTIONS)[number], 'fitting'>;

/** The seconds between two points of a resolution. */
export const STEPS: Readonly<Record<Resolution, number>> = { '5m': 300, '1h': 3600, '1d': 86_400 };

/** A run of the models as it is asked for; 0 is what runs now. */
export function ofRun(run: number): { run?: number } {
  return run > 0 ? { run } : {};
}

/**
 * The symbol that is asked for: the one of the address where the run has it, else the first of a run that is over, and
 * of what runs now the one the service takes by itself.
 */
export function symbolOf(
  named: string,
  run: number,
  of: Signals['schemas']['ModelRun'] | undefined,
): { symbol: string | undefined; symbols: string[]; unknown: boolean } {
  const symbols = [...new Set((of?.series ?? []).flatMap((each) => each.symbol ?? []))];
  if (of === undefined) {
    return { symbol: named === '' ? undefined : named, symbols, unknown: false };
  }
  const found = symbols.find((each) => each.toUpperCase() === named.toUpperCase());
  return {
    symbol: found ?? (run > 0 ? symbols[0] : undefined),
    symbols,
    unknown: named !== '' && found === undefined,
  };
}

/** Two hours; a week-end and a holiday are shorter than a week. */
const STALE_SECONDS = 2 * 3600;
const PAST_SECONDS = 7 * 86_400;

/**
 * After how many seconds figures are stale that end at a moment. A run that is over and bars of long ago are the past:
 * nothing newer is waited for.
 */
export function staleAfter(run: number, end: string | number | undefined, now: number): number {
  const seconds = end === undefined ? 0 : (now - new Date(end).getTime()) / 1000;
  return run > 0 || seconds > PAST_SECONDS ? Infinity : STALE_SECONDS;
}

/** What the details of a model, an account and a portfolio have in common. */
export type Details = Pick<
  Signals['schemas']['PerformanceDetails'],
  | 'baselines'
  | 'drawdowns'
  | 'drawdown_count'
  | 'histogram'
  | 'monthly_returns'
  | 'yearly_returns'
  | 'rolling'
  | 'summary'
>;

/** The period of profit and loss that comes nearest; its days begin at midnight UTC. */
export const PNL_PERIOD = { '24h': 'today', '7d': 'week', '30d': 'month', all: 'all' } as const;

/** Hours of a period, as the curves are asked for; all of it are the five years that the service takes at most. */
export function hoursOf(period: Period): number {
  return { '24h': 24, '7d': 168, '30d': 720, all: 43_848 }[period];
}

/** Fine where it is short, coarse where it is long. */
export function resolutionOf(period: Period): Resolution {
  return period === 'all' ? '1d' : period === '24h' ? '5m' : '1h';
}

/** Months in rows of years: a return in percent for each, undefined where there is none. */
export function monthTable(months: Details['monthly_returns']): { year: string; months: (number | undefined)[] }[] {
  const years = new Map<string, (number | undefined)[]>();
  for (const { month, return_pct: value } of months ?? []) {
    const [year, number] = (month ?? '').split('-');
    const place = Number(number) - 1;
    if (year && place >= 0 && place < 12) {
      const row = years.get(year) ?? Array.from({ length: 12 }, () => undefined);
      row[place] = value;
      years.set(year, row);
    }
  }
  return [...years].sort(([a], [b]) => a.localeCompare(b)).map(([year, row]) => ({ year, months: row }));
}

/** The ground of a month: the further from 0 beside the largest of all, the stronger; the figure has its sign. */
export function heatOf(value: number | undefined, most: number): string | undefined {
  if (value === undefined || value === 0 || most <= 0) {
    return undefined;
  }
  const percent = Math.round((30 * Math.abs(value)) / most);
  return `color-mix(in srgb, var(${value < 0 ? '--down' : '--up'}) ${percent}%, transparent)`;
}

/** Why a figure is missing. */
export function whyMissing(
  unavailable: readonly { field?: string; reason?: string }[] | undefined,
  field: string,
): string {
  const reason = unavailable?.find((each) => each.field === field)?.reason;
  return reason === undefined ? 'It was not told' : words(reason);
}
