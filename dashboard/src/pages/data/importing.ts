import type { components } from '@/api/generated/brain';

export type Timeframe = NonNullable<components['schemas']['StoredSeries']['timeframe']>;

export const TIMEFRAMES: readonly Timeframe[] = ['M1', 'M5', 'M15', 'M30', 'H1', 'H4', 'D1'];

/** What was typed beside a file of candles. */
export interface TypedImport {
  timeframe: Timeframe;
  symbol: string;
  zone: string;
  /** Which column is which, as the service takes it; empty: it finds them. */
  columns: string;
  /** The first line is a candle already. */
  noHeader: boolean;
  replace: boolean;
}

/** Where a file goes, and as what. */
export interface ImportRequest {
  path: string;
  type: string;
}

/** The request for a file by its name, or what is wrong with what was typed. JSON is of one symbol; gzip is CSV. */
export function importOf(file: string, typed: TypedImport): ImportRequest | { fault: string } {
  const symbol = typed.symbol.trim();
  if (/\.json$/i.test(file)) {
    return symbol === ''
      ? { fault: 'A JSON file takes a symbol' }
      : { path: `/api/v1/candles/${encodeURIComponent(symbol)}`, type: 'application/json' };
  }
  const query = new URLSearchParams({
    timeframe: typed.timeframe,
    source: sourceOf(file),
    ...(symbol === '' ? {} : { symbol }),
    ...(typed.zone.trim() === '' ? {} : { zone: typed.zone.trim() }),
    ...(typed.columns.trim() === '' ? {} : { columns: typed.columns.trim() }),
    ...(typed.noHeader ? { no_header: 'true' } : {}),
    ...(typed.replace ? { on_conflict: 'replace' } : {}),
  });
  return { path: `/api/v1/candles/import?${query}`, type: /\.gz$/i.test(file) ? 'application/gzip' : 'text/csv' };
}

/** The name of a file as the name of its source. */
function sourceOf(file: string): string {
  return (
    file
      .replace(/\.(csv|txt|gz)\b/gi, '')
      .replace(/[^\w-]+/g, '_')
      .slice(0, 64) || 'import'
  );
}

/** The body of a JSON file: a list of candles gets the timeframe, what says all of it itself stays as it is. */
export function bodyOf(content: string, timeframe: Timeframe): string {
  try {
    const read: unknown = JSON.parse(content);
    return Array.isArray(read) ? JSON.stringify({ timeframe, candles: read }) : content;
  } catch {
    // The service says what is wrong with it.
    return content;
  }
}
