import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { data, models } from '@/api/clients';
import { asFailure } from '@/api/failure';
import { keys } from '@/api/keys';
import { duration } from '@/format/units';
import { words } from '@/format/words';
import { Button } from '@/ui/Button';
import { Choice } from '@/ui/Choice';
import { FailureNote } from '@/ui/FailureNote';
import { Older } from '@/ui/Older';
import { Panel } from '@/ui/Panel';
import { When } from '@/ui/When';
import { oneOf, useUrlState } from '@/url/useUrlState';
import { placeOf } from '../activity/activity';
import { inWords, type Notification } from './notification';

const PAGE = 50;
const STATES = ['unread', 'all'] as const;
const STATE = oneOf(...STATES);

/** What somebody should know of, and what of it was read. */
export function NotificationsPanel() {
  const cache = useQueryClient();
  const [state, setState] = useUrlState('state', STATE, 'unread');
  const list = useInfiniteQuery({
    queryKey: keys.notifications.list(state),
    queryFn: ({ signal, pageParam }) =>
      data(
        models.GET('/api/v1/notifications', {
          params: { query: { state, limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
  });
  const read = useMutation({
    mutationFn: ({ id, andBefore }: { id: number; andBefore: boolean }) =>
      data(
        models.POST('/api/v1/notifications/{notification_id}/read', {
          params: { path: { notification_id: id }, query: { and_before: andBefore } },
        }),
      ),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.notifications.all }),
  });
  const first = list.data?.pages[0];
  const newest = first?.notifications?.[0]?.notification_id;
  const none = first?.unread === 0 ? 'All of them are read' : newest === undefined ? 'There is none' : undefined;
  return (
    <Panel
      title="Notifications"
      query={list}
      className="xl:col-span-2"
      tools={
        <>
          <span>{first?.unread ?? '–'} unread</span>
          <Choice name="Which" value={state} options={STATES} onChoose={setState} />
          <Button
            disabledReason={none ?? (read.isPending ? 'It is being noted' : undefined)}
            onClick={() => read.mutate({ id: newest ?? 0, andBefore: true })}
          >
            Mark all read
          </Button>
        </>
      }
      empty={(pages) =>
        pages.pages.some((page) => page.notifications?.length)
          ? undefined
          : { text: state === 'unread' ? 'Nothing is unread.' : 'There was nothing to tell so far.' }
      }
    >
      {(pages) => (
        <>
          {read.error ? <FailureNote failure={asFailure(read.error)} /> : null}
          <ul className="flex flex-col divide-y divide-line">
            {pages.pages
              .flatMap((page) => page.notifications ?? [])
              .map((each) => (
                <Line
                  key={each.notification_id}
                  of={each}
                  isPending={read.isPending}
                  onRead={() => read.mutate({ id: each.notification_id ?? 0, andBefore: false })}
                />
              ))}
          </ul>
          <Older of={list} />
          <Thresholds of={first?.thresholds} />
        </>
      )}
    </Panel>
  );
}

function Line({ of, isPending, onRead }: { of: Notification; isPending: boolean; onRead: () => void }) {
  const place = placeOf(of);
  const isRead = of.read_at !== undefined;
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-1.5 text-sm">
      <When at={of.at} />
      <span className={isRead ? 'text-quiet' : 'font-semibold'}>
        {isRead ? 'read' : 'unread'}, {words(of.topic)}
      </span>
      <span className="min-w-0 flex-1 basis-60 break-words">
        {place === undefined ? (
          of.summary
        ) : (
          <Link className="underline" to={place}>
            {of.summary}
          </Link>
        )}
        {of.account_id === undefined ? null : <span className="text-quiet"> ({of.account_id})</span>}
      </span>
      {isRead ? null : (
        <Button
          look="quiet"
          aria-label={`Mark read: ${of.summary ?? ''}`}
          disabledReason={isPending ? 'It is being noted' : undefined}
          onClick={onRead}
        >
          Mark read
        </Button>
      )}
    </li>
  );
}

function Thresholds({ of }: { of: Parameters<typeof inWords>[0] | undefined }) {
  return of === undefined ? null : (
    <div className="text-sm">
      <h3 className="font-semibold">What is told of</h3>
      <ul className="list-disc ps-5">
        {inWords(of).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className="text-quiet">
        The settings <code>suite.signals.activity</code> say so.
        {of.notify_within_minutes === undefined
          ? null
          : ` What is learnt of more than ${duration(60 * of.notify_within_minutes)} after it happened is an activity alone.`}
        {of.kept_days === undefined ? null : ` Activity and notifications are kept for ${String(of.kept_days)} days.`}
      </p>
    </div>
  );
}
