import type { components } from '@/api/generated/signals-api';

export type Run = components['schemas']['ModelRun'];

/** How many symbols and strategies are named before the rest is counted. */
const NAMED = 2;

/** A run in a line: its number, what it is, of whom, when, and how much is in it. */
export function nameOf(run: Run, days: string | undefined): string {
  if (run.kind === 'live') {
    return 'live, with what was backfilled';
  }
  const number = run.run ?? 0;
  if (run.kind === undefined) {
    return number === 0 ? 'live' : `${number}, not in the list`;
  }
  const parts = [
    `${number}, ${run.kind}`,
    some(run.kind === 'import' ? run.strategies : []),
    some([...new Set((run.series ?? []).flatMap((each) => each.symbol ?? []))]),
    days,
    run.trades === undefined ? undefined : `${run.trades} ${run.trades === 1 ? 'trade' : 'trades'}`,
    run.state === undefined || run.state === 'DONE' ? undefined : run.state.toLowerCase(),
  ];
  return parts.filter(Boolean).join(', ');
}

function some(names: readonly string[] | undefined): string {
  const all = names ?? [];
  const rest = all.length - NAMED;
  return rest > 1 ? `${all.slice(0, NAMED).join(' and ')} and ${rest} others` : all.join(' and ');
}

/** The live one first, as it is the usual, and the chosen one even when it is not in the list. */
export function withChosen(runs: readonly Run[], chosen: number): Run[] {
  const live = runs.find((run) => run.run === 0) ?? { run: 0 };
  const others = runs.filter((run) => run.run !== 0);
  return others.some((run) => run.run === chosen) || chosen === 0
    ? [live, ...others]
    : [live, { run: chosen }, ...others];
}
