import type { QueryClient } from '@tanstack/react-query';
import { keys } from '@/api/keys';
import type { components } from '@/api/generated/signals-api';
import type { Change, EquityMessage, PositionMessage, PriceMessage, SignalMessage, Snapshot } from './messages';

type Latest = components['schemas']['LatestModelSignals'];
type Positions = components['schemas']['CurrentPositions'];

/** The newest price of each symbol, as the feed told it. */
export type Prices = Readonly<Record<string, PriceMessage>>;

/** The newest equity of the models, by symbol and length of the bars. */
export type EquityBySeries = Readonly<Record<string, EquityMessage>>;

/** What news of a type makes old; who shows it reads it again. */
const NEWS: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  portfolio_state: [keys.portfolio.all],
  portfolio_risk: [keys.portfolio.all],
  portfolio_limit: [keys.portfolio.all, keys.risk.all],
  rebalancing: [keys.portfolio.all],
  approval: [keys.approvals.all],
  lifecycle: [keys.portfolio.all],
  correlation_breach: [keys.portfolio.all],
  rotation_proposal: [keys.portfolio.all],
  order: [keys.orchestrator.all, keys.ledger.all, keys.risk.all],
  account: [keys.ledger.all, keys.risk.all],
  risk_state: [keys.risk.all],
  cycle: [keys.orchestrator.all],
  job_progress: [['models', 'jobs']],
  notification: [['notifications']],
  activity: [['activity']],
};

/**
 * The one place where messages of the feed change what is shown.
 *
 * Prices, equity and signals carry all that is shown of them and are put in place. A position that changed and news say
 * that something is old, and it is read again, once for all messages of a batch.
 */
export function applyChanges(cache: QueryClient, messages: readonly Change[]): void {
  const stale = new Map<string, readonly unknown[]>();
  const prices: PriceMessage[] = [];
  const equity: EquityMessage[] = [];
  const signals: SignalMessage[] = [];
  const positions: PositionMessage[] = [];
  for (const message of messages) {
    switch (message.type) {
      case 'price_update':
        prices.push(message as PriceMessage);
        break;
      case 'equity_update':
        equity.push(message as EquityMessage);
        break;
      case 'signal':
        signals.push(message as SignalMessage);
        break;
      case 'position_update':
        positions.push(message as PositionMessage);
        break;
      default:
        NEWS[message.type]?.forEach((key) => stale.set(JSON.stringify(key), key));
    }
  }
  applyPrices(cache, prices);
  applyEquity(cache, equity);
  applySignals(cache, signals);
  if (signals.length > 0) {
    stale.set('signals', ['models', 'signals']);
  }
  if (applyPositions(cache, positions)) {
    stale.set('positions', ['models', 'positions']);
    stale.set('trades', ['models', 'trades']);
  }
  stale.forEach((key) => void cache.invalidateQueries({ queryKey: key }));
}

/** What a snapshot holds is put in place; everything that was read before is read again. */
export function applySnapshot(cache: QueryClient, snapshot: Snapshot): void {
  applyPrices(cache, snapshot.prices ?? []);
  applyEquity(cache, snapshot.equity ?? []);
  void cache.invalidateQueries({
    predicate: ({ queryKey }) => queryKey !== keys.models.prices && queryKey !== keys.models.equity,
  });
}

function applyPrices(cache: QueryClient, messages: readonly PriceMessage[]): void {
  if (messages.length === 0) {
    return;
  }
  cache.setQueryData<Prices>(keys.models.prices, (before = {}) => {
    const next = { ...before };
    messages.forEach((message) => {
      next[message.symbol] = message;
    });
    return next;
  });
}

export function seriesOf(symbol: string, timeframe: string | undefined): string {
  return `${symbol} ${timeframe ?? ''}`;
}

function applyEquity(cache: QueryClient, messages: readonly EquityMessage[]): void {
  if (messages.length === 0) {
    return;
  }
  cache.setQueryData<EquityBySeries>(keys.models.equity, (before = {}) => {
    const next = { ...before };
    messages.forEach((message) => {
      next[seriesOf(message.symbol, message.timeframe)] = message;
    });
    return next;
  });
}

function applySignals(cache: QueryClient, messages: readonly SignalMessage[]): void {
  if (messages.length === 0) {
    return;
  }
  for (const [key, latest] of cache.getQueriesData<Latest>({ queryKey: ['models', 'latest'] })) {
    const own = messages.filter(
      (message) =>
        message.symbol === latest?.symbol &&
        (message.timeframe === undefined || message.timeframe === latest.timeframe) &&
        (latest.run ?? 0) === 0,
    );
    if (latest?.signals && own.length > 0) {
      cache.setQueryData<Latest>(key, { ...latest, signals: latest.signals.map((row) => newest(row, own)) });
    }
  }
}

type Row = NonNullable<Latest['signals']>[number];

function newest(row: Row, messages: readonly SignalMessage[]): Row {
  const message = messages.findLast((each) => each.strategy_code === row.strategy_code);
  if (!message || (row.timestamp !== undefined && message.timestamp < row.timestamp)) {
    return row;
  }
  // A signal is about the model, and a field it lacks is not that of the bar before.
  return {
    strategy_code: row.strategy_code,
    strategy_name: row.strategy_name,
    model_version: row.model_version,
    proxy: row.proxy,
    label: message.label as Row['label'],
    timestamp: message.timestamp,
    signal: message.signal,
    side: message.side,
    confidence: message.confidence,
    size: message.size,
    entry_price: message.entry_price,
    stop_loss: message.stop_loss,
    take_profit: message.take_profit,
    reasoning: message.reasoning,
  };
}

/** Puts new profits in place; says whether a position came or went, so that the list has to be read again. */
function applyPositions(cache: QueryClient, messages: readonly PositionMessage[]): boolean {
  for (const [key, current] of cache.getQueriesData<Positions>({ queryKey: ['models', 'positions'] })) {
    if (current?.positions) {
      const profit = new Map(messages.map((message) => [message.position_id, message.unrealized_pnl]));
      cache.setQueryData<Positions>(key, {
        ...current,
        positions: current.positions.map((position) => {
          const told = position.position_id === undefined ? undefined : profit.get(position.position_id);
          return told === undefined ? position : { ...position, unrealized_pnl: told };
        }),
      });
    }
  }
  return messages.length > 0;
}
