import { useMutation } from '@tanstack/react-query';
import { useId, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { idempotencyKey } from '@/api/clients';
import { asFailure } from '@/api/failure';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { FailureNote } from './FailureNote';

export interface ReasonDialogProps {
  title: string;
  /** What will happen. */
  description?: string;
  /** What it is about, in figures. */
  children?: ReactNode;
  /** On the button that does it. */
  act: string;
  danger?: boolean;
  /** Why it cannot be done now. */
  disabledReason?: string | undefined;
  /** The most letters the service takes. */
  longest?: number;
  /** The service keeps no reason with it: only what will happen is repeated. */
  withoutReason?: boolean;
  onClose: () => void;
  /** It stays after the act: whoever opened it shows what came of it. */
  stays?: boolean;
  /** Does it, once for a key, however often it is clicked. */
  onAct: (reason: string, key: string) => Promise<unknown>;
}

/**
 * Repeats what an act will do, asks for the reason that is kept with it, and does it. The key is made when it opens: clicking twice, or
 * again after no answer came, is one act.
 */
export function ReasonDialog(props: ReasonDialogProps) {
  const [key] = useState(idempotencyKey);
  const [reason, setReason] = useState('');
  const field = useId();
  // A double click comes before it is drawn that the act is under way.
  const underWay = useRef(false);
  const act = useMutation({
    mutationFn: () => props.onAct(reason.trim(), key),
    onSuccess: () => (props.stays ? undefined : props.onClose()),
  });
  const lacking =
    props.disabledReason ?? (!props.withoutReason && reason.trim() === '' ? 'Give a reason first' : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (lacking === undefined && !underWay.current) {
      underWay.current = true;
      act.mutate(undefined, { onSettled: () => (underWay.current = false) });
    }
  };
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={props.title}
      {...(props.description === undefined ? {} : { description: props.description })}
    >
      <form onSubmit={submit} className="flex flex-col gap-3">
        {props.children}
        {props.withoutReason ? null : (
          <label htmlFor={field} className="flex flex-col gap-1 text-sm">
            Reason
            <textarea
              id={field}
              value={reason}
              maxLength={props.longest ?? 500}
              rows={2}
              onChange={(event) => setReason(event.target.value)}
              className="rounded-md border border-line bg-ground p-2 text-ink"
            />
          </label>
        )}
        {act.error ? <FailureNote failure={asFailure(act.error)} /> : null}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={props.onClose}>Not now</Button>
          <Button
            type="submit"
            look={props.danger ? 'danger' : 'main'}
            disabledReason={act.isPending ? 'It is being done' : lacking}
          >
            {props.act}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
