import type { components } from '@/api/generated/signals-api';

export type Activity = components['schemas']['ActivityEntry'];
type Kind = NonNullable<Activity['kind']>;

/** What a list of activity is narrowed to; a word that is empty narrows nothing. */
export interface ActivityFilter {
  kind: Kind | 'all';
  account: string;
  symbol: string;
  strategy: string;
  trace: string;
  /** First and last day, UTC. */
  from: string;
  to: string;
}

export const KINDS = [
  'all',
  'DECISION',
  'ORDER',
  'FILL',
  'PORTFOLIO',
  'BREACH',
  'LIMIT',
  'TRADING_STATE',
  'STOP',
  'CYCLE',
  'JOB',
  'APPROVAL',
  'STRATEGY',
  'ROTATION',
  'REBALANCING',
  'CORRELATION',
  'BROKER',
  'FEED',
  'CONTROLLER',
] as const satisfies readonly ActivityFilter['kind'][];

/** A trace id as services write it. */
const TRACE = /^[0-9a-f]{32}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MILLIS = 86_400_000;

/** What is asked of the service; what cannot be a trace id or a day is not asked for. */
export function queryOf(filter: ActivityFilter) {
  return {
    ...(filter.kind === 'all' ? {} : { kind: filter.kind }),
    ...(filter.account === '' ? {} : { account: filter.account }),
    ...(filter.symbol === '' ? {} : { symbol: filter.symbol }),
    ...(filter.strategy === '' ? {} : { strategy: filter.strategy }),
    ...(TRACE.test(filter.trace) ? { trace_id: filter.trace } : {}),
    ...(startOf(filter.from) === undefined ? {} : { from: startOf(filter.from) as string }),
    ...(startOf(filter.to, 1) === undefined ? {} : { to: startOf(filter.to, 1) as string }),
  };
}

/** Why nothing can be asked for by what was typed; undefined when it can. */
export function faultOf(filter: ActivityFilter): string | undefined {
  if (filter.trace !== '' && !TRACE.test(filter.trace)) {
    return 'A trace id has 32 digits and letters from a to f.';
  }
  return filter.from !== '' && filter.to !== '' && filter.from > filter.to
    ? 'The first day is after the last.'
    : undefined;
}

function startOf(day: string, plus = 0): string | undefined {
  const at = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(at) ? undefined : new Date(at + plus * DAY_MILLIS).toISOString();
}

/** Whether something that just happened belongs into a list. */
export function matches(filter: ActivityFilter, entry: Activity): boolean {
  const query = queryOf(filter);
  const at = Date.parse(entry.at ?? '');
  return (
    (query.kind === undefined || query.kind === entry.kind) &&
    (query.account === undefined || query.account === entry.account_id) &&
    (query.symbol === undefined || query.symbol === entry.symbol) &&
    (query.strategy === undefined || query.strategy === entry.strategy) &&
    (query.trace_id === undefined || query.trace_id === entry.trace_id) &&
    (query.from === undefined || at >= Date.parse(query.from)) &&
    (query.to === undefined || at < Date.parse(query.to))
  );
}

type Told = Pick<Activity, 'kind' | 'account_id' | 'symbol' | 'strategy' | 'subject'>;

/** Where a line leads: its decision, order, cycle, approval, or the page that is about it; undefined when none is. */
export function placeOf(entry: Told): string | undefined {
  const subject = entry.subject ?? '';
  const ofPortfolio = entry.account_id?.startsWith('portfolio-') === true;
  switch (entry.kind) {
    case 'DECISION':
      return to('decide', { account: entry.account_id, decision: subject });
    case 'ORDER':
    case 'FILL':
      return ofPortfolio
        ? to('cycles', { cycle: entry.kind === 'FILL' ? subject : '' })
        : to('positions', { account: entry.account_id, orders: 'all', order: subject });
    case 'STRATEGY':
      return subject === ''
        ? to('lifecycle', { strategy: entry.strategy })
        : to('positions', { account: entry.account_id, orders: 'all', order: subject });
    case 'BREACH':
    case 'LIMIT':
    case 'TRADING_STATE':
    case 'STOP':
      return to('risk', { account: ofPortfolio ? '' : entry.account_id });
    case 'CYCLE':
      return to('cycles', { cycle: subject });
    case 'PORTFOLIO':
      return to('cycles', { portfolio: entry.account_id?.replace('portfolio-', '') });
    case 'CONTROLLER':
      return to('cycles', {});
    case 'JOB':
      return to('data', { job: subject });
    case 'FEED':
      return to('data', {});
    case 'APPROVAL':
      return to('approvals', { approval: subject });
    case 'ROTATION':
      return to('lifecycle', { strategy: entry.strategy });
    case 'REBALANCING':
      return to('portfolio', { account: entry.account_id, rebalancing: subject });
    case 'CORRELATION':
      return to('correlation', {});
    case 'BROKER':
      return to('positions', { account: entry.account_id, symbol: entry.symbol });
    default:
      return undefined;
  }
}

function to(page: string, parameters: Record<string, string | undefined>): string {
  const query = new URLSearchParams(
    Object.entries(parameters).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== ''),
  ).toString();
  return query === '' ? `/${page}` : `/${page}?${query}`;
}
