import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useRef, useState, type FormEvent } from 'react';
import { data, idempotencyKey, orchestrator } from '@/api/clients';
import { asFailure } from '@/api/failure';
import { keys } from '@/api/keys';
import { useGranted } from '@/auth/session';
import { Button } from '@/ui/Button';
import { Choice } from '@/ui/Choice';
import { Dialog } from '@/ui/Dialog';
import { FailureNote } from '@/ui/FailureNote';
import { Figure } from '@/ui/Figure';
import { useAccount } from '../useAccount';
import { consequences, lacking, LEVELS, MEANING, WORD, type Preview, type Stop } from './stop';
import { StopProgress } from './StopProgress';
import { useStopDialog } from './useStopDialog';

/** Stops trading in three levels, of one account or of all, and shows what becomes of each order and position. */
export function StopDialog() {
  const [isOpen, open] = useStopDialog();
  const isGranted = useGranted('risk:admin');
  return isOpen && isGranted ? <Opened onClose={() => open(false)} /> : null;
}

function Opened({ onClose }: { onClose: () => void }) {
  const [begun, setBegun] = useState<Stop | undefined>(undefined);
  return (
    <Dialog open onClose={onClose} title="Stop trading">
      {begun?.stop_id === undefined ? (
        <Asked onBegun={setBegun} onClose={onClose} />
      ) : (
        <StopProgress id={begun.stop_id} first={begun} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Asked({ onBegun, onClose }: { onBegun: (stop: Stop) => void; onClose: () => void }) {
  const cache = useQueryClient();
  const [account] = useAccount();
  const [level, setLevel] = useState<(typeof LEVELS)[number]>('entries');
  const [of, setOf] = useState<'account' | 'all'>(account === undefined ? 'all' : 'account');
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  // Another level is another act; the same one is sent once, however often it is clicked.
  const [key] = useState(() => Object.fromEntries(LEVELS.map((each) => [each, idempotencyKey()])));
  const underWay = useRef(false);
  const reasonField = useId();
  const wordField = useId();
  const scope = of === 'account' && account !== undefined ? { scope: of, id: account } : { scope: 'all' as const };
  const preview = useQuery({
    queryKey: [...keys.orchestrator.all, 'stop-preview', level, scope],
    queryFn: ({ signal }) =>
      data(orchestrator.GET('/api/v1/orchestrator/stop/preview', { params: { query: { level, ...scope } }, signal })),
    staleTime: 0,
  });
  const act = useMutation({
    mutationFn: () =>
      data(
        orchestrator.POST('/api/v1/orchestrator/stop', {
          params: { header: { 'Idempotency-Key': `${key[level] ?? ''}-${of}` } },
          body: { level, ...scope, reason: reason.trim() },
        }),
      ),
    onSuccess: (stop) => {
      onBegun(stop);
      [keys.orchestrator.all, keys.risk.all, keys.ledger.all].forEach(
        (queryKey) => void cache.invalidateQueries({ queryKey }),
      );
    },
  });
  const why = lacking(typed, reason);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (why === undefined && !underWay.current) {
      underWay.current = true;
      act.mutate(undefined, { onSettled: () => (underWay.current = false) });
    }
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <Choice name="Level" value={level} options={LEVELS} onChoose={setLevel} />
      <p>{MEANING[level]}</p>
      <Choice
        name="Of"
        value={of}
        options={account === undefined ? (['all'] as const) : (['account', 'all'] as const)}
        onChoose={setOf}
      />
      <p>{of === 'account' && account !== undefined ? `Account ${account}.` : 'Every account of this suite.'}</p>
      {preview.error ? <FailureNote failure={asFailure(preview.error)} onRetry={() => void preview.refetch()} /> : null}
      {preview.data ? <Consequences preview={preview.data} /> : null}
      <label htmlFor={reasonField} className="flex flex-col gap-1 text-sm">
        Reason
        <textarea
          id={reasonField}
          value={reason}
          maxLength={400}
          rows={2}
          onChange={(event) => setReason(event.target.value)}
          className="rounded-md border border-line bg-ground p-2 text-ink"
        />
      </label>
      <label htmlFor={wordField} className="flex flex-col gap-1 text-sm">
        Type {WORD} to confirm
        <input
          id={wordField}
          value={typed}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          className="rounded-md border border-line bg-ground px-2 py-1.5 text-ink"
        />
      </label>
      {act.error ? <FailureNote failure={asFailure(act.error)} /> : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Not now</Button>
        <Button type="submit" look="danger" disabledReason={act.isPending ? 'It is being sent' : why}>
          Stop trading
        </Button>
      </div>
    </form>
  );
}

function Consequences({ preview }: { preview: Preview }) {
  return (
    <section aria-label="Consequences" className="flex flex-col gap-1 rounded-md border border-line p-2 text-sm">
      <p role="status">{consequences(preview)}</p>
      <ul className="max-h-40 overflow-auto">
        {(preview.orders ?? []).map((order) => (
          <li key={order.order_id}>
            Cancel {order.side} {order.symbol} <Figure value={order.lots} kind="lots" unit="lots" /> of{' '}
            {order.account_id}
          </li>
        ))}
        {(preview.positions ?? []).map((position) => (
          <li key={`${position.account_id ?? ''} ${position.symbol ?? ''}`}>
            Close {position.side} {position.symbol} <Figure value={position.lots} kind="lots" unit="lots" /> of{' '}
            {position.account_id}, worth{' '}
            <Figure
              value={position.notional}
              kind="money"
              unit={position.currency}
              reason={position.reason?.message ?? 'Its price is not known'}
            />
          </li>
        ))}
        {(preview.portfolios ?? [])
          .filter((portfolio) => preview.level === 'flatten' && (portfolio.positions ?? 0) > 0)
          .map((portfolio) => (
            <li key={portfolio.portfolio_id}>
              Sell <Figure value={portfolio.positions} kind="count" /> of portfolio {portfolio.name}, worth{' '}
              <Figure value={portfolio.worth} kind="money" unit="USD" />
            </li>
          ))}
      </ul>
    </section>
  );
}
