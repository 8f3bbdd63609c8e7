import { useId, useMemo, useState } from 'react';
import { asFailure, type Failure } from '@/api/failure';
import { download } from '@/api/plain';
import { useAccount } from '@/app/useAccount';
import { useSession } from '@/auth/session';
import { words } from '@/format/words';
import { Button } from '@/ui/Button';
import { Choice } from '@/ui/Choice';
import { FailureNote } from '@/ui/FailureNote';
import { Older } from '@/ui/Older';
import { Panel } from '@/ui/Panel';
import { SignInPanel } from '@/ui/SignInPanel';
import { oneOf, text, useUrlState } from '@/url/useUrlState';
import { Filter } from '../trades/Filter';
import { faultOf, KINDS, queryOf, type ActivityFilter } from './activity';
import { ActivityTable } from './ActivityTable';
import { useActivity } from './useActivity';

const PAGE = 100;
const MOST = 1000;
const KIND = oneOf(...KINDS);
const WHOSE = ['everything', 'this account'] as const;
const OF = oneOf(...WHOSE);
const FIELD = 'rounded-md border border-line bg-ground px-1 py-0.5 text-ink';

/** Everything that happened, the newest first. */
export default function ActivityPage() {
  const { phase } = useSession();
  const [account] = useAccount();
  const [whose, setWhose] = useUrlState('of', OF, 'everything');
  const [kind, setKind] = useUrlState('kind', KIND, 'all');
  const [symbol, setSymbol] = useUrlState('symbol', text, '');
  const [strategy, setStrategy] = useUrlState('strategy', text, '');
  const [trace, setTrace] = useUrlState('trace', text, '');
  const [from, setFrom] = useUrlState('from', text, '');
  const [to, setTo] = useUrlState('to', text, '');
  const own = whose === 'this account' ? (account ?? '') : '';
  const filter = useMemo<ActivityFilter>(
    () => ({ kind, account: own, symbol, strategy, trace, from, to }),
    [kind, own, symbol, strategy, trace, from, to],
  );
  const lines = useActivity(filter, PAGE);
  const fault = faultOf(filter);
  if (phase !== 'signed-in') {
    return <SignInPanel title="Activity" />;
  }
  return (
    <>
      <section aria-label="Filter" className="no-print flex flex-wrap items-center gap-3 text-sm">
        <Choice name="Whose" value={whose} options={WHOSE} onChoose={setWhose} />
        <KindChoice value={kind} onChoose={setKind} />
        <Filter name="Symbol" value={symbol} onChange={setSymbol} />
        <Filter name="Strategy" value={strategy} onChange={setStrategy} />
        <Filter name="Trace id" value={trace} onChange={setTrace} />
        <Day name="From (UTC)" value={from} onChange={setFrom} />
        <Day name="To (UTC)" value={to} onChange={setTo} />
      </section>
      {fault === undefined ? (
        <Panel
          title="Activity"
          query={lines}
          rows={10}
          tools={<Download filter={filter} />}
          empty={(read) =>
            read.pages.some((page) => page.entries?.length)
              ? undefined
              : { text: 'Nothing has happened yet, or nothing matches the filter.' }
          }
        >
          {(read) => (
            <>
              <ActivityTable name="Activity" rows={read.pages.flatMap((page) => page.entries ?? [])} />
              <Older of={lines} />
            </>
          )}
        </Panel>
      ) : (
        <p role="alert">{fault}</p>
      )}
    </>
  );
}

function KindChoice({
  value,
  onChoose,
}: {
  value: ActivityFilter['kind'];
  onChoose: (value: ActivityFilter['kind']) => void;
}) {
  const field = useId();
  return (
    <label htmlFor={field} className="flex items-center gap-1">
      Kind
      <select
        id={field}
        value={value}
        onChange={(event) => onChoose(KINDS.find((each) => each === event.target.value) ?? 'all')}
        className={FIELD}
      >
        {KINDS.map((each) => (
          <option key={each} value={each}>
            {words(each)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Day({ name, value, onChange }: { name: string; value: string; onChange: (value: string) => void }) {
  const field = useId();
  return (
    <label htmlFor={field} className="flex items-center gap-1">
      {name}
      <input
        id={field}
        type="date"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={FIELD}
      />
    </label>
  );
}

/** Saves what matches the filter as the service writes it, as much as one answer holds. */
function Download({ filter }: { filter: ActivityFilter }) {
  const [failure, setFailure] = useState<Failure | undefined>(undefined);
  const save = async () => {
    setFailure(undefined);
    const query = new URLSearchParams({ ...queryOf(filter), limit: String(MOST) });
    try {
      await download('signals-api-service', `/api/v1/activity?${query.toString()}`, 'activity.csv');
    } catch (thrown) {
      setFailure(asFailure(thrown));
    }
  };
  return (
    <>
      <Button look="quiet" onClick={() => void save()}>
        CSV of the newest 1,000
      </Button>
      {failure ? <FailureNote failure={failure} /> : null}
    </>
  );
}
