import { useQueryClient } from '@tanstack/react-query';
import { data, portfolio } from '@/api/clients';
import { asFailure } from '@/api/failure';
import { keys } from '@/api/keys';
import { useMissing } from '@/auth/session';
import { FailureNote } from '@/ui/FailureNote';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { Gates } from './GatesPanel';
import { words } from '@/format/words';
import { lacking, type State } from './lifecycle';
import { useLifecycle } from './useLifecycle';

/** A step somebody wants a strategy to take. */
export interface Move {
  code: string;
  to: State;
}

const CONSEQUENCES: Partial<Record<State, string>> = {
  LIVE: 'It may be given money from then on.',
  SUSPENDED: 'Its weight becomes 0 in every target, and its orders may only reduce.',
  RETIRED: 'This is final. Its weight becomes 0 in every target, and its orders may only reduce.',
};

/** Repeats the step with what it takes, and takes it with a reason. */
export function MoveDialog({ move: { code, to }, onClose }: { move: Move; onClose: () => void }) {
  const cache = useQueryClient();
  const lifecycle = useLifecycle(code);
  const step = lifecycle.data?.transitions?.find((each) => each.to === to);
  const write = useMissing('portfolio:write');
  const approve = useMissing('approve');
  const unread = lifecycle.data === undefined ? 'Its gates are being measured' : lacking(step);
  const consequence = CONSEQUENCES[to];
  return (
    <ReasonDialog
      title={`Move ${code} to ${words(to)}`}
      {...(consequence === undefined ? {} : { description: consequence })}
      act={`Move to ${words(to)}`}
      danger={to === 'RETIRED' || to === 'SUSPENDED'}
      disabledReason={write ?? (step?.approval ? approve : undefined) ?? unread}
      onClose={onClose}
      onAct={async (reason, key) => {
        await data(
          portfolio.POST('/api/v1/strategies/{code}/transitions', {
            params: { path: { code }, header: { 'Idempotency-Key': key } },
            body: { to, reason },
          }),
        );
        await cache.invalidateQueries({ queryKey: keys.portfolio.all });
      }}
    >
      {lifecycle.error ? <FailureNote failure={asFailure(lifecycle.error)} /> : <Gates evidence={step?.evidence} />}
    </ReasonDialog>
  );
}
