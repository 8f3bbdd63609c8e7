import type { components } from '@/api/generated/portfolio';
import { words } from '@/format/words';

type Schemas = components['schemas'];
export type Method = Schemas['OptimizeRequest']['method'];
export type OptimizeRequest = Schemas['OptimizeRequest'];
export type Frontier = Schemas['FrontierAnswer'];
export type FrontierPoint = Schemas['FrontierPortfolio'];
export type Rebalancing = Schemas['Rebalancing'];
export type RebalancingState = NonNullable<Rebalancing['state']>;

/** Those that need nothing but returns and constraints, in the order of the documentation. */
export const METHODS = [
  'max_sharpe',
  'min_volatility',
  'efficient_risk',
  'efficient_return',
  'max_quadratic_utility',
  'min_cvar',
  'min_cdar',
  'min_semivariance',
  'risk_parity',
  'max_diversification',
  'inverse_volatility',
  'hrp',
  'herc',
  'nco',
  'equal_weight',
] as const satisfies readonly Method[];

export const WINDOWS = ['90', '365', '1000'] as const;
export const LABELS = ['LIVE', 'PAPER', 'BACKTEST', 'BACKFILL', 'SIMULATED'] as const;

/** Of which strategies, over which returns, an optimum is asked for. */
export interface Assets {
  codes: readonly string[];
  windowDays: number;
  label: (typeof LABELS)[number];
}

/** What somebody has chosen for the optimiser; texts as they were typed, empty where nothing was. */
export interface Choices {
  method: Method;
  /** In percent. */
  targetReturn: string;
  /** In percent. */
  targetVolatility: string;
  /** In percent. */
  weightMax: string;
  minHoldings: string;
  defaults: boolean;
}

export const USUAL: Choices = {
  method: 'max_sharpe',
  targetReturn: '',
  targetVolatility: '',
  weightMax: '',
  minHoldings: '',
  defaults: true,
};

/** Methods that take no constraints but long only and the budget; a field that is not used is refused. */
const HEURISTIC: readonly Method[] = ['inverse_volatility', 'hrp', 'herc', 'nco', 'equal_weight', 'risk_parity'];

export function takesConstraints(method: Method): boolean {
  return !HEURISTIC.includes(method);
}

/** The data of a request, as the service takes it. */
export function dataOf(assets: Assets): OptimizeRequest['data'] {
  return { registry: { codes: [...assets.codes], window_days: assets.windowDays, label: assets.label } };
}

/** A percent as a part of one; undefined where nothing, or no number, was typed. */
export function part(percent: string): number | undefined {
  const value = number(percent);
  return value === undefined ? undefined : value / 100;
}

function number(typed: string): number | undefined {
  const text = typed.trim().replace(',', '.');
  const value = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

/** What is wrong with the choices; undefined when they can be sent. */
export function fault(choices: Choices): string | undefined {
  const typed = [choices.targetReturn, choices.targetVolatility, choices.weightMax, choices.minHoldings];
  if (typed.some((text) => text.trim() !== '' && number(text) === undefined)) {
    return 'Something that was typed is not a number';
  }
  if (choices.method === 'efficient_return' && part(choices.targetReturn) === undefined) {
    return 'Efficient return takes a target return';
  }
  if (choices.method === 'efficient_risk' && part(choices.targetVolatility) === undefined) {
    return 'Efficient risk takes a target volatility';
  }
  return undefined;
}

/** The request with what the method uses, and nothing else. */
export function requestOf(choices: Choices, assets: Assets): OptimizeRequest {
  const targetReturn = choices.method === 'efficient_return' ? part(choices.targetReturn) : undefined;
  const targetVolatility = choices.method === 'efficient_risk' ? part(choices.targetVolatility) : undefined;
  const weightMax = part(choices.weightMax);
  const minHoldings = number(choices.minHoldings);
  return {
    method: choices.method,
    data: dataOf(assets),
    ...(targetReturn === undefined ? {} : { target_return: targetReturn }),
    ...(targetVolatility === undefined ? {} : { target_volatility: targetVolatility }),
    ...(takesConstraints(choices.method)
      ? {
          constraints: {
            defaults: choices.defaults,
            ...(weightMax === undefined ? {} : { weight_max: weightMax }),
            ...(minHoldings === undefined ? {} : { min_holdings: minHoldings }),
          },
        }
      : {}),
  };
}

/** Weights with what is held, the largest first. */
export function held(weights: Readonly<Record<string, number>> | undefined): [string, number][] {
  return Object.entries(weights ?? {})
    .filter(([, weight]) => Math.abs(weight) > 5e-5)
    .sort(([, a], [, b]) => b - a);
}

/** Points of a curve in a box: volatility to the right, return upwards. */
export function placed(points: readonly FrontierPoint[], width: number, height: number): { x: number; y: number }[] {
  const risks = points.map((point) => point.volatility ?? 0);
  const gains = points.map((point) => point.expected_return ?? 0);
  const along = scale(risks, width);
  const up = scale(gains, height);
  return points.map((_, place) => ({ x: along(risks[place] ?? 0), y: height - up(gains[place] ?? 0) }));
}

function scale(values: readonly number[], size: number): (value: number) => number {
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  return (value) => (span === 0 ? size / 2 : ((value - low) / span) * size);
}

const UNDER_WAY: readonly RebalancingState[] = ['DRAFT', 'PENDING_APPROVAL', 'APPROVED', 'EXECUTING'];

/** Why it cannot be ended any more; undefined when it can. */
export function ended(rebalancing: Rebalancing): string | undefined {
  return rebalancing.state !== undefined && UNDER_WAY.includes(rebalancing.state)
    ? undefined
    : `It has ended: ${words(rebalancing.state)}`;
}

/** Why it cannot be handed in; undefined when it can. */
export function unsubmittable(rebalancing: Rebalancing): string | undefined {
  if (rebalancing.state !== 'DRAFT') {
    return `It is ${words(rebalancing.state)}`;
  }
  const denied = (rebalancing.plan?.checks ?? []).filter((check) => check.passed === false);
  return denied.length === 0
    ? undefined
    : `A check denies it: ${denied.map((check) => check.message ?? words(check.name)).join('; ')}`;
}
