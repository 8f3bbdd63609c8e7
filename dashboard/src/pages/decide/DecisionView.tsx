import { useState } from 'react';
import { useMissing } from '@/auth/session';
import { Button } from '@/ui/Button';
import { Figure } from '@/ui/Figure';
import { Passed } from '@/ui/Passed';
import { Term } from '@/ui/Term';
import { Label } from '@/ui/Label';
import { ExecuteDialog } from './ExecuteDialog';
import { words } from '@/format/words';
import { steps, strength, unexecutable, type Decision, type TradeRequest } from './decide';

const LOOKS: Record<string, string> = { PROCEED: 'text-good', HOLD: 'text-quiet', REJECT: 'text-bad' };
const NONE = 'It did not come so far';

/** A decision, step by step: votes, the sizing arithmetic, the checks, the verdict and how long each took. */
export function DecisionView({ decision, request }: { decision: Decision; request?: TradeRequest }) {
  const [executing, setExecuting] = useState(false);
  const missing = useMissing('trade:execute');
  return (
    <section
      aria-label="Decision"
      aria-live="polite"
      className="flex min-w-0 flex-col gap-3 rounded-lg border border-line bg-panel p-3"
    >
      <header className="flex flex-wrap items-center gap-3">
        <h2 className={`text-lg font-semibold ${LOOKS[decision.decision ?? ''] ?? ''}`}>
          {decision.decision ?? 'No decision'} {decision.side ?? ''} {decision.symbol}
        </h2>
        <Label of={decision.label} />
        <code className="text-xs text-quiet">{decision.decision_id}</code>
      </header>
      {(decision.reasons ?? []).map((reason) => (
        <p key={`${reason.code} ${reason.message}`}>{reason.message ?? reason.code}</p>
      ))}
      {(decision.warnings ?? []).map((warning) => (
        <p key={`${warning.code} ${warning.message}`} className="text-warn">
          {warning.message ?? warning.code}
        </p>
      ))}
      <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <Term name="Volume (lots)">
          <Figure value={decision.lot_size} kind="lots" reason={NONE} />
        </Term>
        <Term name="Entry">
          <Figure value={decision.entry_price} kind="price" reason={NONE} />
        </Term>
        <Term name="Stop">
          <Figure value={decision.stop_loss_price} kind="price" reason={NONE} />
        </Term>
        <Term name="Target">
          <Figure value={decision.take_profit_price} kind="price" reason="None was asked for" />
        </Term>
        <Term name="Risk level">{decision.risk_level ?? '–'}</Term>
      </dl>
      <ol className="flex flex-wrap gap-2 text-xs text-quiet">
        {steps(decision).map(([name, millis]) => (
          <li key={name} className="rounded border border-line px-2 py-0.5">
            {words(name)} <Figure value={millis} kind="ratio" unit="ms" />
          </li>
        ))}
      </ol>
      <Votes decision={decision} />
      <Sizing decision={decision} />
      <Checks decision={decision} />
      {request === undefined ? null : (
        <div>
          <Button look="main" disabledReason={missing ?? unexecutable(decision)} onClick={() => setExecuting(true)}>
            Execute
          </Button>
        </div>
      )}
      {executing && request !== undefined ? (
        <ExecuteDialog decision={decision} request={request} onClose={() => setExecuting(false)} />
      ) : null}
    </section>
  );
}

function Votes({ decision }: { decision: Decision }) {
  const signal = decision.workflow?.brain_signal;
  const votes = signal?.votes ?? [];
  const most = Math.max(...votes.map(strength), 0);
  return signal === undefined ? null : (
    <section>
      <h3 className="text-xs font-semibold text-quiet">
        1 Brain: {signal.signal ?? '–'} by {signal.model?.name ?? 'a model'}, score{' '}
        <Figure value={signal.score} kind="ratio" reason={NONE} /> (buy from{' '}
        <Figure value={signal.buy_threshold} kind="ratio" reason="none" />, sell from{' '}
        <Figure value={signal.sell_threshold} kind="ratio" reason="none" />)
      </h3>
      <ul className="grid grid-cols-[auto_4rem_1fr] items-center gap-x-3 text-sm">
        {votes.map((vote) => (
          <li key={vote.source} className="contents">
            <span title={vote.reason}>
              {vote.source} <span className="text-quiet">{vote.direction}</span>
            </span>
            <span aria-hidden className="h-2 rounded bg-raised">
              <span
                className={`block h-full rounded ${vote.direction === 'BUY' ? 'bg-up' : vote.direction === 'SELL' ? 'bg-down' : 'bg-line'}`}
                style={{ width: `${most === 0 ? 0 : (100 * strength(vote)) / most}%` }}
              />
            </span>
            <span className="text-xs text-quiet">
              <Figure value={vote.confidence} kind="fraction" decimals={0} reason="It has no confidence" />{' '}
              {vote.reason}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sizing({ decision }: { decision: Decision }) {
  const size = decision.workflow?.position_sizing;
  const unit = size?.account_currency === undefined ? {} : { unit: size.account_currency };
  return size === undefined ? null : (
    <section>
      <h3 className="text-xs font-semibold text-quiet">2 Sizing: {words(size.risk_strategy)}</h3>
      {size.refusal ? (
        <p className="text-bad">{size.refusal.message}</p>
      ) : (
        <p className="text-sm">
          <Figure value={size.amount_at_risk} kind="money" {...unit} reason={NONE} /> at risk / (
          <Figure value={size.stop_distance_pips} kind="lots" reason={NONE} /> pips ×{' '}
          <Figure value={size.pip_value_per_lot} kind="money" {...unit} reason={NONE} /> a pip and lot) ={' '}
          <Figure value={size.raw_lots} kind="lots" reason={NONE} />, rounded down{' '}
          <strong>
            <Figure value={size.lot_size} kind="lots" unit="lots" reason={NONE} />
          </strong>
          ; margin <Figure value={size.margin_required} kind="money" {...unit} reason={NONE} />
        </p>
      )}
    </section>
  );
}

function Checks({ decision }: { decision: Decision }) {
  const checks = decision.workflow?.risk_checks ?? [];
  return checks.length === 0 ? null : (
    <section>
      <h3 className="text-xs font-semibold text-quiet">3 Checks</h3>
      <table className="w-full text-sm">
        <thead className="text-xs text-quiet">
          <tr>
            <th className="text-start font-normal">Check</th>
            <th className="text-end font-normal">Value</th>
            <th className="text-end font-normal">Limit</th>
            <th className="text-end font-normal">Headroom</th>
            <th className="ps-3 text-start font-normal">Unit</th>
            <th className="text-start font-normal">Result</th>
          </tr>
        </thead>
        <tbody>
          {checks.map((check) => (
            <tr key={check.check} className="border-t border-line align-top">
              <td>{words(check.check)}</td>
              <td className="text-end">
                <Figure value={check.measured} kind="ratio" reason={check.message ?? 'It could not be measured'} />
              </td>
              <td className="text-end">
                <Figure value={check.limit} kind="ratio" reason="It has no figure" />
              </td>
              <td className="text-end">
                <Figure value={check.headroom} kind="ratio" reason="It has no figure" />
              </td>
              <td className="ps-3 text-quiet">{check.unit}</td>
              <td>
                <Passed passed={check.passed} />{' '}
                {check.level === 'safe' ? null : <span className="text-warn">{check.level}</span>}
                <span className="block text-xs text-quiet">{check.message}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
