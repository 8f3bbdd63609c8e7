import { X } from 'lucide-react';
import type { components } from '@/api/generated/signals-api';
import { Button } from '@/ui/Button';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { words } from '@/format/words';
import { Term } from '@/ui/Term';
import { When } from '@/ui/When';
import { useSignal } from './useSignal';
import { didOf, placeOf, scaleOf, thresholdsOf, type Score } from './why';

type Details = components['schemas']['PastSignalDetails'];

/** Why a signal was as it was, and what the model's paper account did with it. */
export function SignalDetailPanel({ id, onClose }: { id: number; onClose: () => void }) {
  const signal = useSignal(id);
  return (
    <Panel
      title="Why"
      query={signal}
      at={(read) => read.signal?.timestamp}
      label={(read) => read.signal?.label}
      proxy={(read) => read.signal?.proxy}
      staleAfterSeconds={Infinity}
      tools={
        <Button look="quiet" onClick={onClose} aria-label="Close the signal">
          <X size={14} aria-hidden />
        </Button>
      }
    >
      {(read) => <Body details={read} />}
    </Panel>
  );
}

function Body({ details }: { details: Details }) {
  const { signal, account } = details;
  const flat = 'It takes no position';
  return (
    <div className="flex flex-col gap-3">
      <p>
        {signal?.strategy_name ?? signal?.strategy_code} {signal?.model_version}: <strong>{signal?.signal}</strong>{' '}
        {details.symbol} at <When at={signal?.timestamp} />, confidence{' '}
        <Figure value={signal?.confidence} kind="fraction" decimals={0} reason={signal?.abstained ?? 'It has none'} />
      </p>
      {signal?.reasoning ? <p>{signal.reasoning}</p> : null}
      {signal?.abstained ? <p className="text-warn">Abstained: {words(signal.abstained)}</p> : null}
      {signal?.invalidation_condition ? <p className="text-quiet">Void when {signal.invalidation_condition}</p> : null}
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <Term name="Entry">
          <Figure value={signal?.entry_price} kind="price" reason={flat} />
        </Term>
        <Term name="Stop">
          <Figure value={signal?.stop_loss} kind="price" reason={flat} />
        </Term>
        <Term name="Target">
          <Figure value={signal?.take_profit} kind="price" reason={flat} />
        </Term>
        <Term name="Size">
          <Figure value={signal?.size} kind="fraction" reason={flat} />
        </Term>
        <Term name="At risk">
          <Figure value={signal?.risk_usd} kind="money" unit="USD" reason={flat} />
        </Term>
        <Term name="Worth">
          <Figure value={signal?.notional_usd} kind="money" unit="USD" reason={flat} />
        </Term>
      </dl>
      <ScoreLine signal={signal} />
      <Account account={account} />
      <Votes votes={details.votes} />
      <Answer answer={details.llm_answer} />
      <Features features={details.features} />
    </div>
  );
}

/** The figure that decided, against its thresholds. */
function ScoreLine({ signal }: { signal: Details['signal'] }) {
  const score = signal?.score;
  return (
    <section className="text-sm">
      <h3 className="text-xs font-semibold text-quiet">Score</h3>
      {score?.value === undefined ? (
        <p>
          <Figure value={undefined} kind="ratio" reason={signal?.no_score?.message ?? 'This version tells none'} />{' '}
          <span className="text-quiet">{signal?.no_score?.message}</span>
        </p>
      ) : (
        <>
          <p>
            {score.feature} <Figure value={score.value} kind="ratio" decimals={3} gain />: {thresholdsOf(score)}.
          </p>
          <ScoreBar score={score} value={score.value} />
        </>
      )}
    </section>
  );
}

function ScoreBar({ score, value }: { score: Score; value: number }) {
  const scale = scaleOf(score);
  return (
    <div aria-hidden className="relative mt-1 h-2 max-w-sm rounded bg-raised">
      {(score.thresholds ?? []).map((threshold) => (
        <span
          key={`${threshold.signal ?? ''} ${threshold.beyond ?? ''}`}
          className="absolute inset-y-0 w-px bg-quiet"
          style={{ left: `${placeOf(threshold.value ?? 0, scale) * 100}%` }}
        />
      ))}
      <span
        className="absolute -top-0.5 h-3 w-1.5 -translate-x-1/2 rounded bg-accent"
        style={{ left: `${placeOf(value, scale) * 100}%` }}
      />
    </div>
  );
}

function Account({ account }: { account: Details['account'] }) {
  return (
    <section className="text-sm">
      <h3 className="text-xs font-semibold text-quiet">What its paper account did</h3>
      <p>
        {didOf(account?.action)}
        {account?.reason?.message ? `: ${account.reason.message}` : '.'}
      </p>
      <ul>
        {(account?.positions ?? []).map((position) => (
          <li key={position.position_id}>
            {position.side} <Figure value={position.quantity} kind="lots" /> from{' '}
            <Figure value={position.entry_price} kind="price" />
            {position.exit_price === undefined ? null : (
              <>
                {' '}
                to <Figure value={position.exit_price} kind="price" />, {words(position.exit_reason)},{' '}
                <Figure value={position.realized_pnl} kind="money" gain unit="USD" />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Votes({ votes }: { votes: Details['votes'] }) {
  return votes?.length ? (
    <section className="text-sm">
      <h3 className="text-xs font-semibold text-quiet">Votes</h3>
      <ul>
        {votes.map((vote) => (
          <li key={vote.strategy_code}>
            {vote.strategy_code}: {vote.abstained ? 'abstained' : vote.signal}, weight{' '}
            <Figure value={vote.weight} kind="ratio" reason="It has none" />
          </li>
        ))}
      </ul>
    </section>
  ) : null;
}

/** What the language model said of the same bar, as it was stored. */
function Answer({ answer }: { answer: Details['llm_answer'] }) {
  return (
    <section className="text-sm">
      <h3 className="text-xs font-semibold text-quiet">What the language model answered</h3>
      {answer?.signal === undefined ? (
        <p className="text-quiet">No answer is stored with this signal.</p>
      ) : (
        <>
          <p>
            {answer.signal.abstained ? `It abstained (${words(answer.signal.abstained)})` : answer.signal.signal},
            confidence{' '}
            <Figure
              value={answer.signal.abstained ? undefined : answer.signal.confidence}
              kind="fraction"
              decimals={0}
              reason="It abstained"
            />
            {answer.signal.reasoning ? `: ${answer.signal.reasoning}` : ''}
          </p>
          <Features features={answer.features} />
        </>
      )}
    </section>
  );
}

function Features({ features }: { features: Record<string, number> | undefined }) {
  const known = Object.entries(features ?? {});
  return known.length === 0 ? null : (
    <details open>
      <summary className="cursor-pointer text-xs font-semibold text-quiet">What it looked at</summary>
      <dl className="grid max-w-md grid-cols-[1fr_auto] gap-x-4 text-xs">
        {known.map(([name, value]) => (
          <div key={name} className="contents">
            <dt>{name}</dt>
            <dd className="text-end">
              <Figure value={value} kind="lots" />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
