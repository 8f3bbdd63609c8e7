/** The messages of /ws/trading-signals; docs/asyncapi.yaml has every field. A type that is not known is let pass. */

interface About {
  timestamp: string;
  symbol: string;
  timeframe?: string;
  label: string;
  seq?: number;
}

export interface SignalMessage extends About {
  type: 'signal';
  strategy_code: string;
  signal: 'long' | 'short' | 'flat' | 'close';
  side: 'buy' | 'sell' | 'hold';
  confidence?: number;
  size?: number;
  entry_price?: number;
  stop_loss?: number;
  take_profit?: number;
  reasoning?: string;
}

export interface PositionMessage extends About {
  type: 'position_update';
  strategy_code: string;
  position_id: number;
  action: 'opened' | 'closed' | 'modified';
  side: string;
  unrealized_pnl: number;
  realized_pnl?: number;
  status: string;
}

export interface PriceMessage extends About {
  type: 'price_update';
  price: number;
  change?: number;
  change_percent?: number;
}

export interface EquityMessage extends About {
  type: 'equity_update';
  equity_curves: Record<string, number>;
}

export interface Snapshot {
  type: 'snapshot';
  timestamp: string;
  seq?: number;
  signals: SignalMessage[];
  prices: PriceMessage[];
  positions: PositionMessage[];
  equity: EquityMessage[];
}

export interface Heartbeat {
  type: 'heartbeat' | 'connection';
  timestamp: string;
  seq?: number;
}

/** News of strategies, accounts, orders, approvals and whatever comes later. */
export interface NewsMessage {
  type: string;
  timestamp: string;
  seq?: number;
  event?: string;
  account_id?: string;
  data?: unknown;
}

export type Change = SignalMessage | PositionMessage | PriceMessage | EquityMessage | NewsMessage;

export type FeedMessage = Change | Snapshot | Heartbeat;

/** Reads a text; undefined for what is no message. */
export function parsed(text: string): FeedMessage | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
      ? (value as FeedMessage)
      : undefined;
  } catch {
    return undefined;
  }
}

const OF_THE_MOMENT = ['price_update', 'equity_update', 'account', 'job_progress'];

/** Every type this dashboard does something about; those of trading come to whoever names them alone. */
export const TYPES = [
  'signal',
  'position_update',
  'price_update',
  'equity_update',
  'portfolio_state',
  'portfolio_risk',
  'portfolio_limit',
  'rebalancing',
  'approval',
  'lifecycle',
  'correlation_breach',
  'rotation_proposal',
  'broker_difference',
  'order',
  'account',
  'risk_state',
  'cycle',
  'job_progress',
  'notification',
  'activity',
] as const;

/** Whether it may carry the number of the durable message before it: then the same number is no repeat. */
export function isOfTheMoment(message: FeedMessage): boolean {
  return OF_THE_MOMENT.includes(message.type);
}
