import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { data, orchestrator } from '@/api/clients';
import { keys } from '@/api/keys';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Figure } from '@/ui/Figure';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { words } from '@/format/words';
import { type Decision, type TradeRequest } from './decide';

/** Repeats what will be traded, executes it once, and shows what came of it. */
export function ExecuteDialog({
  decision,
  request,
  onClose,
}: {
  decision: Decision;
  request: TradeRequest;
  onClose: () => void;
}) {
  const cache = useQueryClient();
  const [done, setDone] = useState<Decision | undefined>(undefined);
  const size = decision.workflow?.position_sizing;
  if (done !== undefined) {
    return <Outcome decision={done} onClose={onClose} />;
  }
  return (
    <ReasonDialog
      title={`${decision.side ?? ''} ${decision.symbol ?? ''}`}
      description="Everything is decided anew, and then sent: the price, the size and the checks may differ from what you see."
      act="Execute it"
      danger
      withoutReason
      stays
      onClose={onClose}
      onAct={async (_, key) => {
        setDone(
          await data(
            orchestrator.POST('/api/v1/orchestrator/execute', {
              params: { header: { 'Idempotency-Key': key } },
              body: { ...request, auto_execute: true },
            }),
          ),
        );
        await Promise.all(
          [keys.ledger.all, keys.orchestrator.all, keys.risk.all].map((queryKey) =>
            cache.invalidateQueries({ queryKey }),
          ),
        );
      }}
    >
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="text-quiet">Account</dt>
        <dd>{decision.account_id ?? request.account_id ?? 'none'}</dd>
        <dt className="text-quiet">Volume</dt>
        <dd>
          <Figure value={decision.lot_size} kind="lots" unit="lots" />
        </dd>
        <dt className="text-quiet">Stop</dt>
        <dd>
          <Figure value={decision.stop_loss_price} kind="price" reason="It has none" />
        </dd>
        <dt className="text-quiet">Loss at the stop</dt>
        <dd>
          <Figure
            value={size?.realised_risk}
            kind="money"
            reason="It was not computed"
            {...(size?.account_currency === undefined ? {} : { unit: size.account_currency })}
          />
        </dd>
      </dl>
    </ReasonDialog>
  );
}

function Outcome({ decision, onClose }: { decision: Decision; onClose: () => void }) {
  const result = decision.execution_result;
  return (
    <Dialog
      open
      onClose={onClose}
      title={result?.status === undefined ? `${decision.decision ?? 'No decision'}` : words(result.status)}
      actions={<Button onClick={onClose}>Close</Button>}
    >
      {result?.reason?.message ? <p>{result.reason.message}</p> : null}
      {result === undefined ? <p>{decision.reasons?.[0]?.message ?? 'Nothing was sent.'}</p> : null}
      {result?.fill_price === undefined ? null : (
        <p>
          <Figure value={result.filled_lots} kind="lots" unit="lots" /> at{' '}
          <Figure value={result.fill_price} kind="price" />, commission{' '}
          <Figure value={result.commission} kind="money" reason="None was charged" />
        </p>
      )}
      {result?.approval_id ? (
        <Link className="text-accent underline" to={`/approvals?approval=${result.approval_id}`}>
          It waits for an approval
        </Link>
      ) : null}
      {result?.order_id ? (
        <Link className="text-accent underline" to={`/positions?orders=all&order=${result.order_id}`}>
          The order
        </Link>
      ) : null}
    </Dialog>
  );
}
