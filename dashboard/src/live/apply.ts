import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { keys } from '@/api/keys';
import type { components as LedgerComponents } from '@/api/generated/ledger';
import type { components } from '@/api/generated/signals-api';
import { matches, type Activity, type ActivityFilter } from '@/pages/activity/activity';
import type {
  Change,
  EquityMessage,
  NewsMessage,
  PositionMessage,
  PriceMessage,
  SignalMessage,
  Snapshot,
} from './messages';
import type { Refresher } from './refresher';

type Latest = components['schemas']['LatestModelSignals'];
type Curves = components['schemas']['EquityCurves'];
type Positions = components['schemas']['CurrentPositions'];
type Jobs = components['schemas']['ModelJobPage'];
type Job = components['schemas']['ModelJob'];
type ActivityPage = components['schemas']['ActivityPage'];
type Account = LedgerComponents['schemas']['Account'];

/** The newest price of each symbol, as the feed told it. */
export type Prices = Readonly<Record<string, PriceMessage>>;

/** The newest equity of the models, by symbol and length of the bars. */
export type EquityBySeries = Readonly<Record<string, EquityMessage>>;

/** What is read of the models, whatever narrows it. */
const LATEST = ['models', 'latest'] as const;
const CURVES = ['models', 'curves'] as const;
const SIGNALS = ['models', 'signals'] as const;
const POSITIONS = ['models', 'positions'] as const;
const MODEL_TRADES = ['models', 'trades'] as const;

/** What news of a type makes old; who shows it reads it again. */
const NEWS: Readonly<Record<string, readonly QueryKey[]>> = {
  portfolio_state: [keys.portfolio.all],
  portfolio_risk: [keys.portfolio.all],
  portfolio_limit: [keys.portfolio.all, keys.risk.all],
  rebalancing: [keys.portfolio.all],
  approval: [keys.approvals.all],
  lifecycle: [keys.portfolio.all],
  correlation_breach: [keys.portfolio.all],
  rotation_proposal: [keys.portfolio.all],
  broker_difference: [keys.ledger.all],
  order: [keys.orchestrator.all, keys.ledger.all, keys.risk.all],
  risk_state: [keys.risk.all],
  cycle: [keys.orchestrator.all, keys.ledger.all],
  notification: [keys.notifications.all],
};

/**
 * The one place where messages of the feed change what is shown.
 *
 * Prices, equity, signals, accounts, jobs and activity carry all that is shown of them and are put in place. A position that changed and news say
 * that something is old, and it is read again, once for all messages of a batch.
 */
export function applyChanges(cache: QueryClient, refresher: Refresher, messages: readonly Change[]): void {
  const stale = new Map<string, QueryKey>();
  const isOld = (key: QueryKey) => stale.set(JSON.stringify(key), key);
  const prices: PriceMessage[] = [];
  const equity: EquityMessage[] = [];
  const signals: SignalMessage[] = [];
  const positions: PositionMessage[] = [];
  const news: NewsMessage[] = [];
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
        news.push(message);
        NEWS[message.type]?.forEach(isOld);
    }
  }
  applyPrices(cache, prices);
  applyEquity(cache, equity);
  applySignals(cache, signals);
  withoutRow(cache, signals).forEach(isOld);
  withoutCurve(cache, equity).forEach(isOld);
  if (signals.length > 0) {
    isOld(SIGNALS);
  }
  if (applyPositions(cache, positions)) {
    isOld(POSITIONS);
    isOld(MODEL_TRADES);
  }
  applyNews(cache, news).forEach(isOld);
  // An answer that is on its way was asked for before the message, and takes the place of what that brought.
  placed(signals, news)
    .filter((key) => cache.isFetching({ queryKey: key }) > 0)
    .forEach(isOld);
  stale.forEach((key) => refresher.refresh(key));
}

/** Where messages were put in place, and nothing asks for it again within seconds. */
function placed(signals: readonly SignalMessage[], news: readonly NewsMessage[]): QueryKey[] {
  const has = (type: string) => news.some((message) => message.type === type);
  return [
    ...(signals.length > 0 ? [LATEST] : []),
    ...(has('job_progress') ? [keys.models.jobs] : []),
    ...(has('activity') ? [keys.activity.all] : []),
  ];
}

/** What comes on request alone may have been missed while nothing was heard. */
export async function applyMissed(cache: QueryClient): Promise<void> {
  await Promise.all(
    [
      keys.activity.all,
      keys.notifications.all,
      keys.orchestrator.all,
      keys.ledger.all,
      keys.risk.all,
      keys.models.jobs,
    ].map((queryKey) => cache.invalidateQueries({ queryKey })),
  );
}

/** What a snapshot holds is put in place; everything that was read before is read again. */
export function applySnapshot(cache: QueryClient, snapshot: Snapshot): void {
  applyPrices(cache, snapshot.prices ?? []);
  applyEquity(cache, snapshot.equity ?? []);
  void cache.invalidateQueries({
    predicate: ({ queryKey }) => queryKey !== keys.models.prices && queryKey !== keys.models.equity,
  });
}

/**
 * What the feed kept current is read when it is lost. So a service that is gone is said to be offline at once, and is
 * asked until it answers, which is sooner than the feed tries again.
 */
export function readModels(cache: QueryClient): void {
  void cache.invalidateQueries({ queryKey: keys.models.all });
}

/** What could not be read while the feed was away is read again at once, also where an answer is still waited for. */
export function readFailed(cache: QueryClient): void {
  void cache.invalidateQueries({
    predicate: ({ state }) => state.error !== null || state.fetchFailureCount > 0 || state.fetchStatus === 'fetching',
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
  for (const [key, latest] of cache.getQueriesData<Latest>({ queryKey: LATEST })) {
    const own = messagesOf(latest, messages);
    if (latest?.signals && own.length > 0) {
      cache.setQueryData<Latest>(key, { ...latest, signals: latest.signals.map((row) => newest(row, own)) });
    }
  }
}

/** Lists of newest signals in which a model has no row that has now said something. */
function withoutRow(cache: QueryClient, messages: readonly SignalMessage[]): QueryKey[] {
  return cache
    .getQueriesData<Latest>({ queryKey: LATEST })
    .filter(([, latest]) => {
      const shown = new Set(latest?.signals?.map((row) => row.strategy_code));
      return messagesOf(latest, messages).some((message) => !shown.has(message.strategy_code));
    })
    .map(([key]) => key);
}

/** Curves without a point of a symbol whose models are now worth something. */
function withoutCurve(cache: QueryClient, messages: readonly EquityMessage[]): QueryKey[] {
  return cache
    .getQueriesData<Curves>({ queryKey: CURVES })
    .filter(
      ([, curves]) =>
        curves?.curves?.every((curve) => (curve.data?.length ?? 0) === 0) && messagesOf(curves, messages).length > 0,
    )
    .map(([key]) => key);
}

/** Those about the series of an answer; one without data may have no length of its bars. */
function messagesOf<M extends SignalMessage | EquityMessage>(
  answer: Pick<Latest | Curves, 'symbol' | 'timeframe' | 'run'> | undefined,
  messages: readonly M[],
): readonly M[] {
  return messages.filter(
    (message) =>
      message.symbol === answer?.symbol &&
      (message.timeframe === undefined || answer.timeframe === undefined || message.timeframe === answer.timeframe) &&
      (answer.run ?? 0) === 0,
  );
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
  for (const [key, current] of cache.getQueriesData<Positions>({ queryKey: POSITIONS })) {
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

/** Puts accounts, jobs and activity in place; answers what has to be read again. */
function applyNews(cache: QueryClient, messages: readonly NewsMessage[]): QueryKey[] {
  const stale: QueryKey[] = [];
  const told = (type: string) => messages.filter((message) => message.type === type).map((message) => message.data);
  for (const data of told('account')) {
    const { account, fill } = (data ?? {}) as { account?: Account; fill?: unknown };
    if (account?.id !== undefined) {
      applyAccount(cache, account);
      if (fill !== undefined && fill !== null) {
        stale.push(keys.ledger.positions(account.id));
      }
    }
  }
  const jobs = told('job_progress') as (Job | undefined)[];
  if (jobs.some((job) => !applyJob(cache, job))) {
    stale.push(keys.models.jobs);
  }
  const entries = told('activity') as (Activity | undefined)[];
  if (!applyActivity(cache, entries)) {
    stale.push(keys.activity.all);
  }
  if (entries.some((entry) => entry?.kind === 'DECISION')) {
    stale.push(keys.orchestrator.decisions);
  }
  return stale;
}

/** The account of a message that is not older than what is shown. */
function applyAccount(cache: QueryClient, account: Account): void {
  const newer = (shown: Account) =>
    shown.id === account.id && (shown.sequence ?? 0) <= (account.sequence ?? 0) ? account : shown;
  cache.setQueryData<Account>(keys.ledger.account(account.id ?? ''), (shown) => (shown ? newer(shown) : shown));
  cache.setQueryData<Account[]>(keys.ledger.accounts, (shown) => shown?.map(newer));
}

/** Says whether the job stood in the list; one that is new is read. */
function applyJob(cache: QueryClient, job: Job | undefined): boolean {
  const jobs = cache.getQueryData<Jobs>(keys.models.jobs);
  if (job?.job_id === undefined || jobs?.jobs?.some((each) => each.job_id === job.job_id) !== true) {
    return false;
  }
  cache.setQueryData<Jobs>(keys.models.jobs, {
    ...jobs,
    jobs: jobs.jobs.map((each) => (each.job_id === job.job_id ? job : each)),
  });
  return true;
}

/** A list that has grown by this many lines is read again, page by page, as a page may be open for days. */
const MOST_NEW = 500;

/** Lines go to the head of every list they belong to, the newest first, each once; says whether that has room. */
function applyActivity(cache: QueryClient, entries: readonly (Activity | undefined)[]): boolean {
  const told = entries.filter((entry): entry is Activity => entry?.activity_id !== undefined);
  let hasRoom = true;
  for (const [key, list] of cache.getQueriesData<{ pages: ActivityPage[]; pageParams: unknown[] }>({
    queryKey: keys.activity.all,
  })) {
    const [first, ...others] = list?.pages ?? [];
    const filter = key[1] as ActivityFilter | undefined;
    if (list === undefined || first === undefined || filter === undefined) {
      continue;
    }
    const shown = new Set(list.pages.flatMap((page) => page.entries ?? []).map((entry) => entry.activity_id));
    const fresh = told.filter((entry) => !shown.has(entry.activity_id) && matches(filter, entry));
    if (fresh.length > 0) {
      const entriesOfFirst = [...fresh, ...(first.entries ?? [])].sort(newestFirst);
      cache.setQueryData(key, { ...list, pages: [{ ...first, entries: entriesOfFirst }, ...others] });
      hasRoom &&= entriesOfFirst.length <= MOST_NEW;
    }
  }
  return hasRoom;
}

function newestFirst(a: Activity, b: Activity): number {
  return Date.parse(b.at ?? '') - Date.parse(a.at ?? '') || (b.activity_id ?? 0) - (a.activity_id ?? 0);
}
