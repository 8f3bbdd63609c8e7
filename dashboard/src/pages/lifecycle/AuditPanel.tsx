import { useInfiniteQuery } from '@tanstack/react-query';
import { data, portfolio } from '@/api/clients';
import { keys } from '@/api/keys';
import { Older } from '@/ui/Older';
import { Panel } from '@/ui/Panel';
import { When } from '@/ui/When';
import { Gates } from './GatesPanel';
import { words } from '@/format/words';

const PAGE = 20;

/** Every step a strategy has taken: who, when, why, and what was measured then. */
export function AuditPanel({ code }: { code: string }) {
  const history = useInfiniteQuery({
    queryKey: [...keys.portfolio.all, 'history', code],
    queryFn: ({ signal, pageParam }) =>
      data(
        portfolio.GET('/api/v1/strategies/{code}/history', {
          params: { path: { code }, query: { limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
  });
  return (
    <Panel
      title={`History of ${code}`}
      query={history}
      empty={(read) =>
        read.pages.some((page) => page.changes?.length) ? undefined : { text: 'It has taken no step yet.' }
      }
    >
      {(read) => (
        <>
          <ol className="flex flex-col gap-2">
            {read.pages
              .flatMap((page) => page.changes ?? [])
              .map((change) => (
                <li key={`${change.at} ${change.to}`} className="border-t border-line pt-2">
                  <p>
                    <When at={change.at} />: {words(change.from)} → <strong>{words(change.to)}</strong> by{' '}
                    {change.trigger === 'RULE' ? 'a rule' : (change.person ?? 'somebody')}
                  </p>
                  <p className="text-quiet">{change.reason}</p>
                  {change.evidence?.length ? (
                    <details>
                      <summary className="cursor-pointer text-xs text-quiet">What was measured</summary>
                      <Gates evidence={change.evidence} />
                    </details>
                  ) : null}
                </li>
              ))}
          </ol>
          <Older of={history}>Older steps</Older>
        </>
      )}
    </Panel>
  );
}
