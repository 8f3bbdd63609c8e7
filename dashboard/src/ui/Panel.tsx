import type { UseQueryResult } from '@tanstack/react-query';
import { Component, useId, useState, type ErrorInfo, type ReactNode } from 'react';
import { asFailure, type Failure } from '@/api/failure';
import { useServerSeconds } from '@/time/clock';
import { age } from '@/format/units';
import type { Instant } from '@/time/zones';
import { Age } from './Age';
import { FailureNote } from './FailureNote';
import { Label } from './Label';

/** What a panel says where there is nothing yet. */
export interface Empty {
  text: string;
  /** What to do next, such as a link or a button. */
  action?: ReactNode;
}

export interface PanelProps<T> {
  title: string;
  query: Pick<UseQueryResult<T>, 'data' | 'error' | 'isFetching' | 'dataUpdatedAt' | 'errorUpdatedAt' | 'refetch'> & {
    isPending: boolean;
    fetchStatus?: string;
  };
  children: (data: T) => ReactNode;
  /** Nothing to show, and what to do about it; undefined where there is something. */
  empty?: (data: T) => Empty | undefined;
  /** When the data is of, by the server; without it, when it was read. */
  at?: (data: T) => Instant | null | undefined;
  label?: (data: T) => string | undefined;
  proxy?: (data: T) => boolean | undefined;
  /** Older than this it is shown as stale. Default: two minutes. */
  staleAfterSeconds?: number;
  /** Buttons and choices in its head. */
  tools?: ReactNode;
  /** Rows of skeleton while it loads. */
  rows?: number;
  className?: string;
}

/**
 * A part of a page, in one of six states: loading, ready, empty, stale, offline, error. What was read stays while it
 * cannot be read again, grey and with its age. A panel that fails takes nothing down but itself.
 */
export function Panel<T>(props: PanelProps<T>) {
  const { title, query, tools, className = '' } = props;
  const heading = useId();
  const failure = query.error ? asFailure(query.error) : undefined;
  return (
    <section
      aria-labelledby={heading}
      aria-busy={query.isPending && !failure ? true : undefined}
      className={`flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-panel p-3 ${className}`}
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={heading} className="text-sm font-semibold">
          {title}
        </h2>
        {query.data !== undefined ? <Label of={props.label?.(query.data)} proxy={props.proxy?.(query.data)} /> : null}
        <div className="ms-auto flex flex-wrap items-center gap-2 text-xs text-quiet">
          {tools}
          {query.data !== undefined ? (
            <span>
              age <Age at={props.at?.(query.data) ?? query.dataUpdatedAt} />
            </span>
          ) : null}
        </div>
      </header>
      <Fence title={title} resetKey={query.dataUpdatedAt}>
        <PanelBody {...props} failure={failure} />
      </Fence>
    </section>
  );
}

function PanelBody<T>({
  query,
  children,
  empty,
  at,
  staleAfterSeconds = 120,
  rows = 4,
  failure,
}: PanelProps<T> & { failure: Failure | undefined }) {
  const retry = () => void query.refetch();
  const since = useFailingSince(query, failure !== undefined);
  if (query.data === undefined) {
    return failure ? <Trouble failure={failure} since={since} onRetry={retry} /> : <Skeleton rows={rows} />;
  }
  const nothing = empty?.(query.data);
  return (
    <>
      {failure ? <Trouble failure={failure} since={since} onRetry={retry} /> : null}
      <Aged at={at?.(query.data) ?? query.dataUpdatedAt} after={staleAfterSeconds} known={failure !== undefined}>
        {nothing ? (
          <div className="flex flex-col items-start gap-2 py-4 text-quiet">
            <p>{nothing.text}</p>
            {nothing.action}
          </div>
        ) : (
          children(query.data)
        )}
      </Aged>
    </>
  );
}

/** When the first attempt failed since there was an answer, in milliseconds. */
function useFailingSince(query: PanelProps<unknown>['query'], failing: boolean): number {
  const [since, setSince] = useState(0);
  if (failing && (since === 0 || query.dataUpdatedAt > since)) {
    setSince(Math.max(query.errorUpdatedAt, query.dataUpdatedAt, 1));
  }
  return since;
}

/** Grey when it is old. Old is told by the second, so the content below is not drawn with it. */
function Aged({
  at,
  after,
  known,
  children,
}: {
  at: Instant | null | undefined;
  after: number;
  known: boolean;
  children: ReactNode;
}) {
  const now = useServerSeconds();
  const seconds = at == null ? 0 : now - new Date(at).getTime() / 1000;
  const stale = known || seconds > after;
  return (
    <div data-stale={stale || undefined} className={stale ? 'grayscale' : undefined}>
      {stale && !known ? (
        <p className="mb-2 text-xs text-warn">Stale: this is {age(seconds)} old and nothing newer has come.</p>
      ) : null}
      {children}
    </div>
  );
}

function Trouble({ failure, since, onRetry }: { failure: Failure; since: number; onRetry: () => void }) {
  if (failure.kind !== 'offline') {
    return <FailureNote failure={failure} onRetry={onRetry} />;
  }
  return (
    <div role="status" className="rounded-md border border-warn p-3 text-sm">
      <p>
        <strong>{failure.service}</strong> is offline, since <Age at={since} />. It is tried again by itself.
      </p>
      <p className="text-xs text-quiet">
        {failure.code}: {failure.message}
        {failure.traceId ? `, trace ${failure.traceId}` : ''}{' '}
        <button type="button" className="underline" onClick={onRetry}>
          Try now
        </button>
      </p>
    </div>
  );
}

export function Skeleton({ rows }: { rows: number }) {
  return (
    <div role="status" aria-label="Loading" className="flex flex-col gap-2">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton h-5" />
      ))}
    </div>
  );
}

interface FenceProps {
  title: string;
  resetKey: unknown;
  children: ReactNode;
}

/** Keeps a fault of one panel from the others; new data is another chance. */
export class Fence extends Component<FenceProps, { fault: Error | undefined; at: unknown }> {
  override state: { fault: Error | undefined; at: unknown } = { fault: undefined, at: undefined };

  static getDerivedStateFromError(fault: Error) {
    return { fault };
  }

  static getDerivedStateFromProps(props: FenceProps, state: { fault: Error | undefined; at: unknown }) {
    return state.at === props.resetKey ? null : { fault: undefined, at: props.resetKey };
  }

  override componentDidCatch(fault: Error, info: ErrorInfo): void {
    console.error(`The panel ${this.props.title} failed`, fault, info.componentStack);
  }

  override render(): ReactNode {
    return this.state.fault ? (
      <FailureNote failure={asFailure(this.state.fault)} onRetry={() => this.setState({ fault: undefined })} />
    ) : (
      this.props.children
    );
  }
}
