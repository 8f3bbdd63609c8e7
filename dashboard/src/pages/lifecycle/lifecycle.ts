import type { components } from '@/api/generated/portfolio';
import { words } from '@/format/words';

export type Strategy = components['schemas']['RegisteredStrategy'];
export type Lifecycle = components['schemas']['StrategyLifecycle'];
export type Transition = components['schemas']['Transition'];
export type Evidence = components['schemas']['LifecycleEvidence'];
export type State = NonNullable<Strategy['state']>;

/** In the order a strategy goes through them. */
export const STATES: readonly State[] = ['DISCOVERY', 'VALIDATION', 'PAPER', 'LIVE', 'SUSPENDED', 'RETIRED'];

/** Of each state its strategies, in the order they came; one in a state this version does not know is in none. */
export function byState(strategies: readonly Strategy[]): Map<State, Strategy[]> {
  const columns = new Map<State, Strategy[]>(STATES.map((state) => [state, []]));
  strategies.forEach((strategy) => strategy.state && columns.get(strategy.state)?.push(strategy));
  return columns;
}

/** Why the step cannot be taken now, in the words of its gates; undefined when it can. */
export function lacking(step: Transition | undefined): string | undefined {
  if (step === undefined) {
    return 'There is no such step from here';
  }
  if (step.allowed) {
    return undefined;
  }
  const failed = (step.evidence ?? []).filter((gate) => gate.passed !== true);
  return failed.length === 0
    ? 'The evidence is missing'
    : failed.map((gate) => `${words(gate.gate)}: ${gate.reason?.message ?? 'not passed'}`).join('; ');
}

/** Days and sources are counted, falls are parts of one, the rest are ratios. */
export function kindOf(gate: Evidence['gate']): 'count' | 'fraction' | 'ratio' {
  switch (gate) {
    case 'SOURCE_ANSWERS':
    case 'DAILY_RETURNS':
    case 'BACKTEST_DAYS':
    case 'PAPER_DAYS':
    case 'BROKER':
    case 'TRADING_ALLOWED':
      return 'count';
    case 'MAXIMUM_DRAWDOWN':
    case 'RUNNING_DRAWDOWN':
    case 'EXCESS_RETURN':
    case 'PAPER_VOLATILITY':
    case 'DEFLATED_SHARPE':
      return 'fraction';
    default:
      return 'ratio';
  }
}
