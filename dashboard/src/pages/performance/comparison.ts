import type { components as Ledger } from '@/api/generated/ledger';
import type { components as Signals } from '@/api/generated/signals-api';
import type { Book } from './books';
import { whyMissing } from './performance';

type Model = Signals['schemas']['StrategyPerformance'];
type Performance = Ledger['schemas']['BooksPerformance'];

/** The figures that are compared, by the names the models' have. */
export const FIELDS = [
  'total_return_pct',
  'daily_return_pct',
  'sharpe_ratio',
  'sortino_ratio',
  'calmar_ratio',
  'volatility_pct',
  'max_drawdown_pct',
  'current_drawdown_pct',
  'win_rate',
  'profit_factor',
  'total_trades',
  'open_positions',
  'avg_hold_time_minutes',
  'current_equity',
] as const;

export type Field = (typeof FIELDS)[number];

/** A model, account or portfolio with its figures, and why one is missing. */
export interface ComparedRow {
  key: string;
  name: string;
  /** RL, ML, LLM or ENSEMBLE; account, portfolio. */
  type: string | undefined;
  version: string | undefined;
  proxy: boolean | undefined;
  label: string | undefined;
  currency: string | undefined;
  verdict: string | undefined;
  figures: Readonly<Partial<Record<Field, number>>>;
  why: (field: Field | 'version' | 'verdict') => string;
}

const CURVE = [
  'total_return_pct',
  'sharpe_ratio',
  'sortino_ratio',
  'calmar_ratio',
  'volatility_pct',
  'max_drawdown_pct',
] as const;
const TRIPS = ['win_rate', 'profit_factor', 'total_trades', 'avg_hold_time_minutes'] as const;

function known(from: Partial<Record<Field, number>>): Partial<Record<Field, number>> {
  return Object.fromEntries(FIELDS.flatMap((field) => (from[field] === undefined ? [] : [[field, from[field]]])));
}

/** Of a model, whose accounts are kept in US dollars. */
export function ofModel(book: Book, model: Model | undefined, label: string | undefined): ComparedRow {
  return {
    key: book.key,
    name: book.name,
    type: model?.strategy_type,
    version: model?.model_version,
    proxy: model?.proxy,
    label,
    currency: 'USD',
    verdict: model?.verdict,
    figures: known(model ?? {}),
    why: (field) =>
      field === 'version'
        ? 'It has given no signal yet'
        : field === 'verdict'
          ? 'There is none yet'
          : whyMissing(model?.unavailable, field),
  };
}

/** What is known of an account or a portfolio besides its performance. */
export interface Beside {
  /** How far below its highest it was last. */
  drawdown: number | undefined;
  open: number | undefined;
  /** Why its performance is not there; undefined once it is. */
  unread: string | undefined;
}

/** Of an account or a portfolio: by its own currency, by its round trips. */
export function ofBooks(book: Book, read: Performance | undefined, beside: Beside): ComparedRow {
  const { summary, trades } = read ?? {};
  return {
    key: book.key,
    name: book.name,
    type: book.kind,
    version: undefined,
    proxy: undefined,
    label: read?.label,
    currency: read?.currency,
    verdict: undefined,
    figures: known({
      ...summary,
      ...trades,
      ...(beside.drawdown === undefined ? {} : { current_drawdown_pct: beside.drawdown }),
      ...(beside.open === undefined ? {} : { open_positions: beside.open }),
      ...(read?.end_equity === undefined ? {} : { current_equity: read.end_equity }),
    }),
    why: (field) => {
      if (field === 'version' || field === 'verdict') {
        return `Only a model has one`;
      }
      if (field === 'daily_return_pct') {
        return `Told of models only; for ${book.kind === 'account' ? 'an account' : 'a portfolio'} choose 24h`;
      }
      if (beside.unread !== undefined) {
        return beside.unread;
      }
      if ((CURVE as readonly string[]).includes(field)) {
        return summary === undefined
          ? (read?.reason?.message ?? 'It has too short a past')
          : whyMissing(summary.unavailable, field);
      }
      return (TRIPS as readonly string[]).includes(field) ? whyMissing(trades?.unavailable, field) : 'It was not told';
    },
  };
}
