import { X } from 'lucide-react';
import type { components } from '@/api/generated/signals-api';
import { Button } from '@/ui/Button';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { When } from '@/ui/When';
import { useSignal } from './useSignal';

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
  return (
    <>
      <p>
        {signal?.strategy_name ?? signal?.strategy_code} {signal?.model_version}: <strong>{signal?.signal}</strong>{' '}
        {details.symbol} at <When at={signal?.timestamp} />, confidence{' '}
        <Figure value={signal?.confidence} kind="fraction" decimals={0} reason={signal?.abstained ?? 'It has none'} />
      </p>
      {signal?.reasoning ? <p>{signal.reasoning}</p> : null}
      {signal?.abstained ? <p className="text-warn">Abstained: {signal.abstained}</p> : null}
      {signal?.invalidation_condition ? <p className="text-quiet">Void when {signal.invalidation_condition}</p> : null}
      <Account account={account} />
      {details.votes?.length ? (
        <ul className="text-sm">
          {details.votes.map((vote) => (
            <li key={vote.strategy_code}>
              {vote.strategy_code}: {vote.abstained ? 'abstained' : vote.signal}, weight{' '}
              <Figure value={vote.weight} kind="ratio" reason="It has none" />
            </li>
          ))}
        </ul>
      ) : null}
      <Features features={details.features ?? details.llm_answer?.features} />
    </>
  );
}

function Account({ account }: { account: Details['account'] }) {
  return (
    <section>
      <h3 className="text-xs font-semibold text-quiet">What its paper account did</h3>
      <p>
        {account?.action ?? 'It is not known'}
        {account?.reason?.message ? `: ${account.reason.message}` : ''}
      </p>
      <ul className="text-sm">
        {(account?.positions ?? []).map((position) => (
          <li key={position.position_id}>
            {position.side} <Figure value={position.quantity} kind="lots" /> from{' '}
            <Figure value={position.entry_price} kind="price" />
            {position.exit_price === undefined ? null : (
              <>
                {' '}
                to <Figure value={position.exit_price} kind="price" />, {position.exit_reason},{' '}
                <Figure value={position.realized_pnl} kind="money" gain unit="USD" />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Features({ features }: { features: Record<string, number> | undefined }) {
  return features === undefined ? null : (
    <details>
      <summary className="cursor-pointer text-xs font-semibold text-quiet">What it looked at</summary>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 text-xs">
        {Object.entries(features).map(([name, value]) => (
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
