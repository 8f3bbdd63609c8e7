import type { components } from '@/api/generated/orchestrator';
import { words } from '@/format/words';

type Schemas = components['schemas'];
export type Decision = Schemas['TradeDecision'];
export type TradeRequest = Schemas['TradeRequest'];

export const STRATEGIES = ['fixed_risk', 'volatility', 'kelly', 'fixed_lot'] as const;
export const SIDES = ['either', 'BUY', 'SELL'] as const;

/** What the brain decides on: the candles that are stored, or readings that speak for buying, to see the whole way. */
export const VIEWS = ['stored candles', 'example readings'] as const;

const READINGS = {
  rsi: 35,
  macd: 0.0012,
  macd_signal: 0.0004,
  ema_fast: 1.0841,
  ema_slow: 1.0822,
  adx: 31,
  plus_di: 28,
  minus_di: 12,
};

/** What somebody typed; numbers as they were typed, so that no digit is lost on the way. */
export interface Typed {
  symbol: string;
  price: string;
  /** A signal for the other side is HOLD. */
  side: (typeof SIDES)[number];
  view: (typeof VIEWS)[number];
  strategy: (typeof STRATEGIES)[number];
  risk: string;
  stopPips: string;
  target: string;
  lots: string;
}

export const EXAMPLE: Typed = {
  symbol: 'EURUSD',
  price: '',
  side: 'either',
  view: 'stored candles',
  strategy: 'fixed_risk',
  risk: '2',
  stopPips: '50',
  target: '',
  lots: '',
};

const NUMBERS: readonly { field: keyof Typed; name: string; needed: boolean }[] = [
  { field: 'price', name: 'Price', needed: true },
  { field: 'risk', name: 'Risk', needed: false },
  { field: 'stopPips', name: 'Stop distance', needed: false },
  { field: 'target', name: 'Target', needed: false },
  { field: 'lots', name: 'Volume', needed: false },
];

function number(typed: string): number | undefined {
  const text = typed.trim();
  const value = text === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) && value > 0 ? value : undefined;
}

/** What is wrong with what was typed; undefined when it can be sent. */
export function fault(typed: Typed): string | undefined {
  if (typed.symbol.trim() === '') {
    return 'It takes a symbol';
  }
  const wrong = NUMBERS.find(
    ({ field, needed }) => (needed || typed[field].trim() !== '') && number(typed[field]) === undefined,
  );
  if (wrong) {
    return `${wrong.name} takes a number above 0`;
  }
  return typed.strategy === 'fixed_lot' && typed.lots.trim() === '' ? 'A fixed volume takes the volume' : undefined;
}

/** The request, with what was typed and nothing else. */
export function requestOf(typed: Typed, account: string | undefined): TradeRequest {
  const risk = number(typed.risk);
  const stop = number(typed.stopPips);
  const target = number(typed.target);
  const lots = number(typed.lots);
  return {
    symbol: typed.symbol.trim(),
    current_price: number(typed.price) ?? 0,
    risk_strategy: typed.strategy,
    ...(account === undefined ? {} : { account_id: account }),
    ...(typed.side === 'either' ? {} : { side: typed.side }),
    ...(typed.view === 'example readings' ? { indicators: READINGS } : {}),
    ...(risk === undefined || typed.strategy === 'fixed_lot' ? {} : { risk_percent: risk }),
    ...(stop === undefined ? {} : { stop_loss_pips: stop }),
    ...(target === undefined ? {} : { take_profit_price: target }),
    ...(lots === undefined || typed.strategy !== 'fixed_lot' ? {} : { lots }),
  };
}

/** The same request for a terminal; the token is for whoever pastes it. */
export function asCurl(origin: string, request: TradeRequest): string {
  const body = JSON.stringify(request).replaceAll("'", String.raw`'\''`);
  return (
    `curl -X POST -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' ` +
    `'${origin}/api/v1/orchestrator/analyze' -d '${body}'`
  );
}

/** Why the decision cannot be executed; undefined when it can. */
export function unexecutable(decision: Decision | undefined): string | undefined {
  if (decision === undefined) {
    return 'Analyze first';
  }
  if (decision.can_execute) {
    return undefined;
  }
  return decision.reasons?.[0]?.message ?? `The decision is ${words(decision.decision)}`;
}

/** Votes of one direction add up to their weight times confidence; as parts of the largest, for bars. */
export function strength(vote: { confidence?: number; weight?: number }): number {
  return (vote.confidence ?? 0) * (vote.weight ?? 1);
}

/** The steps with their times, in the order they were taken. */
export function steps(decision: Decision): [string, number][] {
  const order = ['brain', 'sizing', 'risk', 'execution'];
  return Object.entries(decision.timings_ms ?? {}).sort(
    ([a], [b]) => (order.indexOf(a) + 1 || order.length + 1) - (order.indexOf(b) + 1 || order.length + 1),
  );
}
