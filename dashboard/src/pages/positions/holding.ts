import type { components as Ledger } from '@/api/generated/ledger';
import type { components as Signals } from '@/api/generated/signals-api';

type AccountPosition = Ledger['schemas']['Position'];
type MarketPosition = Ledger['schemas']['MarketPosition'];
type ModelPosition = Signals['schemas']['CurrentPosition'];

/** Whose it is. */
export const OWNERS = ['account', 'portfolio', 'model'] as const;
export type Owner = (typeof OWNERS)[number];

/** A position of an account, a portfolio or a model, in one shape. */
export interface Holding {
  key: string;
  owner: Owner;
  /** Account, portfolio or model. */
  of: string;
  symbol: string;
  side: string | undefined;
  volume: number | undefined;
  /** Of the volume: lots, shares, units. */
  unit: string;
  entry: number | undefined;
  mark: number | undefined;
  stop: number | undefined;
  target: number | undefined;
  pnl: number | undefined;
  value: number | undefined;
  markedAt: string | undefined;
  openedAt: string | undefined;
  label: string | undefined;
}

export function ofAccount(account: string, label: string | undefined, position: AccountPosition): Holding {
  return {
    key: `account ${account} ${position.symbol}`,
    owner: 'account',
    of: account,
    symbol: position.symbol ?? '',
    side: position.direction,
    volume: position.lots,
    unit: 'lots',
    entry: position.average_price,
    mark: position.mark_price,
    stop: position.stop_loss_price,
    target: position.take_profit_price,
    pnl: position.floating_pnl,
    value: undefined,
    markedAt: position.marked_at,
    openedAt: position.opened_at,
    label,
  };
}

export function ofPortfolio(name: string, position: MarketPosition): Holding {
  return {
    key: `portfolio ${position.position_id}`,
    owner: 'portfolio',
    of: name,
    symbol: position.question ?? position.market_id ?? '',
    side: position.outcome,
    volume: position.shares,
    unit: 'shares',
    entry: position.average_price,
    mark: position.mark_price,
    stop: undefined,
    target: undefined,
    pnl: position.floating_pnl,
    value: position.value,
    markedAt: position.marked_at,
    openedAt: position.opened_at,
    label: undefined,
  };
}

export function ofModel(symbol: string | undefined, position: ModelPosition): Holding {
  return {
    key: `model ${position.strategy_code} ${position.position_id}`,
    owner: 'model',
    of: position.strategy_name ?? position.strategy_code ?? '',
    symbol: symbol ?? '',
    side: position.side,
    volume: position.quantity,
    unit: 'units',
    entry: position.entry_price,
    mark: position.current_price,
    stop: position.stop_loss,
    target: position.take_profit,
    pnl: position.unrealized_pnl,
    value: undefined,
    markedAt: undefined,
    openedAt: position.entry_time,
    label: position.label,
  };
}

/** Where the mark is on the way from the stop (0) to the target (1); undefined where one of the three is missing. */
export function onTheWay({ mark, stop, target }: Pick<Holding, 'mark' | 'stop' | 'target'>): number | undefined {
  return mark === undefined || stop === undefined || target === undefined || stop === target
    ? undefined
    : Math.min(1, Math.max(0, (mark - stop) / (target - stop)));
}
