import { useQuery } from '@tanstack/react-query';
import { every } from '@/api/every';
import { brain, data } from '@/api/clients';
import type { components } from '@/api/generated/brain';
import { keys } from '@/api/keys';
import { useSession } from '@/auth/session';
import { words } from '@/format/words';
import { Age } from '@/ui/Age';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { SignInPanel } from '@/ui/SignInPanel';
import { Term } from '@/ui/Term';
import { useSignal } from './useSignal';

type Opinion = components['schemas']['MarketOpinion'];

/** What the language models say now of the symbol of a signal; the answer of then is with the signal. */
export function OpinionsPanel({ signal }: { signal: number }) {
  const { phase } = useSession();
  const symbol = useSignal(signal).data?.symbol;
  const opinions = useQuery({
    queryKey: [...keys.brain.all, 'opinions', symbol],
    queryFn: ({ signal: abort }) =>
      data(brain.GET('/api/v1/brain/opinions', { params: { query: { symbol: symbol ?? '' } }, signal: abort })),
    enabled: phase === 'signed-in' && symbol !== undefined,
    refetchInterval: every(30_000),
  });
  if (phase !== 'signed-in') {
    return <SignInPanel title="What the language models say now" />;
  }
  return symbol === undefined ? null : (
    <Panel
      title={`What the language models say now of ${symbol}`}
      query={opinions}
      at={(read) => read.as_of}
      empty={(read) => (read.opinions?.length ? undefined : { text: 'This installation knows no language model.' })}
    >
      {(read) => (
        <ul className="grid gap-3 text-sm md:grid-cols-2">
          {(read.opinions ?? []).map((opinion) => (
            <li
              key={[opinion.provider, opinion.role, opinion.timeframe].join(' ')}
              className="flex min-w-0 flex-col gap-1 break-words rounded-md border border-line p-2"
            >
              <One opinion={opinion} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function One({ opinion }: { opinion: Opinion }) {
  const isThere = opinion.state !== 'ABSENT';
  return (
    <>
      <h3 className="font-semibold">
        {opinion.provider} {opinion.timeframe}
        <span className="font-normal text-quiet">
          {' '}
          {opinion.model}, {opinion.role === 'OVERLAY' ? 'behind LLM_CLAUDE' : words(opinion.role)}
        </span>
      </h3>
      {opinion.missing ? (
        <p className="text-warn">
          {isThere ? 'It counts no more' : 'No opinion'}: {opinion.missing.message}
        </p>
      ) : null}
      {opinion.rationale ? <p>{opinion.rationale}</p> : null}
      {isThere ? (
        <dl className="flex flex-wrap gap-x-6 gap-y-1">
          {opinion.role === 'OVERLAY' ? <Verdict opinion={opinion} /> : <Objections opinion={opinion} />}
        </dl>
      ) : null}
      {opinion.asked_at ? (
        <p className="text-xs text-quiet">
          asked <Age at={opinion.asked_at} /> ago, {words(opinion.state)}
        </p>
      ) : null}
    </>
  );
}

function Verdict({ opinion }: { opinion: Opinion }) {
  return (
    <>
      <Term name="Verdict">
        {words(opinion.verdict)} on {words(opinion.side)}
      </Term>
      <Term name="Leaves of the size">
        <Figure value={opinion.size_fraction} kind="fraction" decimals={0} reason="It did not say" />
      </Term>
      <Term name="Confidence">
        <Figure value={opinion.confidence} kind="fraction" decimals={0} reason="It did not say" />
      </Term>
    </>
  );
}

function Objections({ opinion }: { opinion: Opinion }) {
  return (
    <>
      <Term name="Against buying">
        <Figure value={opinion.objection_to_buy} kind="fraction" decimals={0} reason="It did not say" />
      </Term>
      <Term name="Against selling">
        <Figure value={opinion.objection_to_sell} kind="fraction" decimals={0} reason="It did not say" />
      </Term>
    </>
  );
}
