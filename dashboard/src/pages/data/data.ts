import type { components as Brain } from '@/api/generated/brain';
import type { components as Signals } from '@/api/generated/signals-api';

export type Feed = Brain['schemas']['FeedInfo'];
export type FeedSymbol = Brain['schemas']['FeedSymbol'];
export type Job = Signals['schemas']['ModelJob'];
export type JobRequest = Signals['schemas']['CreateJobRequest'];

/** A symbol of a feed, in one row. */
export type FeedRow = FeedSymbol & Omit<Feed, 'symbols'>;

/** Each symbol of each feed; a feed without any has one row of its own. */
export function rowsOf(feeds: readonly Feed[]): FeedRow[] {
  return feeds.flatMap(({ symbols, ...feed }) =>
    (symbols?.length ? symbols : [{}]).map((symbol) => ({ ...feed, ...symbol })),
  );
}

/** How far a job is, 0 to 1; undefined before it knows how much there is. */
export function doneOf(job: Pick<Job, 'progress'>): number | undefined {
  const { bars_done: done, bars_total: total } = job.progress ?? {};
  return done === undefined || !total ? undefined : Math.min(1, done / total);
}

/** Why a job cannot be cancelled; undefined when it can. */
export function ended(job: Pick<Job, 'state'>): string | undefined {
  return ['QUEUED', 'RUNNING', 'WAITING'].includes(job.state ?? '')
    ? undefined
    : `It is ${(job.state ?? 'over').toLowerCase()}`;
}

/** What was typed for a job. */
export interface TypedJob {
  kind: JobRequest['kind'];
  symbols: string;
  from: string;
  to: string;
}

/** The request of a job, or what is wrong with what was typed. Days are of UTC. */
export function jobOf(typed: TypedJob): JobRequest | { fault: string } {
  const symbols = typed.symbols
    .split(/[\s,]+/)
    .map((symbol) => symbol.trim())
    .filter((symbol) => symbol !== '');
  if (symbols.length === 0) {
    return { fault: 'It takes a symbol' };
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed.from)) {
    return { fault: 'It takes the day it begins' };
  }
  if (typed.to !== '' && typed.to <= typed.from) {
    return { fault: 'It ends before it begins' };
  }
  return {
    kind: typed.kind,
    symbols,
    from: `${typed.from}T00:00:00Z`,
    ...(typed.to === '' ? {} : { to: `${typed.to}T00:00:00Z` }),
  };
}
