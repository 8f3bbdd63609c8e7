import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { every } from '@/api/every';
import { data, orchestrator } from '@/api/clients';
import { keys } from '@/api/keys';
import { useMissing } from '@/auth/session';
import { useServerSeconds } from '@/time/clock';
import { Button } from '@/ui/Button';
import { Panel } from '@/ui/Panel';
import { Passed } from '@/ui/Passed';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { When } from '@/ui/When';
import { flat, stateInWords, undecidable, type Approval } from './approval';

type Act = 'approve' | 'reject';

/** One approval: what exactly is asked, what was checked, what has changed, and the two answers. */
export function ApprovalDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const approval = useQuery({
    queryKey: [...keys.approvals.all, id],
    queryFn: ({ signal }) => data(orchestrator.GET('/api/v1/approvals/{id}', { params: { path: { id } }, signal })),
    refetchInterval: every(10_000),
  });
  return (
    <Panel
      title="Approval"
      query={approval}
      tools={
        <Button look="quiet" onClick={onClose} aria-label="Close the approval">
          <X size={14} aria-hidden />
        </Button>
      }
    >
      {(read) => <Body approval={read} />}
    </Panel>
  );
}

function Body({ approval }: { approval: Approval }) {
  const now = useServerSeconds();
  const cache = useQueryClient();
  const [act, setAct] = useState<Act | undefined>(undefined);
  const disabledReason = useMissing('approve') ?? undecidable(approval, now);
  const params = (key: string) => ({
    params: { path: { id: approval.id ?? '' }, header: { 'Idempotency-Key': key } },
  });
  const decide = async (reason: string, key: string) => {
    const path = act === 'reject' ? '/api/v1/approvals/{id}/reject' : '/api/v1/approvals/{id}/approve';
    await data(orchestrator.POST(path, { ...params(key), body: { reason } }));
    await cache.invalidateQueries({ queryKey: keys.approvals.all });
  };
  return (
    <>
      <p className="font-semibold">{approval.summary ?? approval.subject}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <Entry name="State">{stateInWords(approval.state) ?? '–'}</Entry>
        <Entry name="Asked by">
          {approval.asked_by ?? '–'}, <When at={approval.asked_at} />
        </Entry>
        {approval.reason ? <Entry name="Reason">{approval.reason}</Entry> : null}
        <Entry name="Expires">
          <When at={approval.expires_at} />
        </Entry>
        {approval.decided_by ? (
          <Entry name="Decided by">
            {approval.decided_by}, <When at={approval.decided_at} />
          </Entry>
        ) : null}
      </dl>
      <Reasons title="What has changed since it was asked" reasons={approval.changes} />
      <Checks approval={approval} />
      <Asked approval={approval} />
      <div className="no-print flex flex-wrap gap-2">
        <Button look="main" disabledReason={disabledReason} onClick={() => setAct('approve')}>
          <Check size={14} aria-hidden /> Approve
        </Button>
        <Button look="danger" disabledReason={disabledReason} onClick={() => setAct('reject')}>
          <X size={14} aria-hidden /> Reject
        </Button>
      </div>
      {act === undefined ? null : (
        <ReasonDialog
          title={act === 'approve' ? 'Approve' : 'Reject'}
          description={
            act === 'approve'
              ? 'Prices and checks are made anew; where something has moved too far nothing is done, and it says so.'
              : 'Nothing of it will be done.'
          }
          act={act === 'approve' ? 'Approve' : 'Reject'}
          danger={act === 'reject'}
          onClose={() => setAct(undefined)}
          onAct={decide}
        >
          <p>{approval.summary ?? approval.subject}</p>
        </ReasonDialog>
      )}
    </>
  );
}

function Entry({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt className="text-quiet">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Reasons({ title, reasons }: { title: string; reasons: Approval['changes'] }) {
  return reasons?.length ? (
    <section>
      <h3 className="text-xs font-semibold text-quiet">{title}</h3>
      <ul className="list-disc ps-5">
        {reasons.map((reason) => (
          <li key={`${reason.code} ${reason.message}`}>{reason.message ?? reason.code}</li>
        ))}
      </ul>
    </section>
  ) : null;
}

function Checks({ approval }: { approval: Approval }) {
  return approval.checks?.length ? (
    <section>
      <h3 className="text-xs font-semibold text-quiet">Checks</h3>
      <ul className="flex flex-col gap-1">
        {approval.checks.map((check) => (
          <li key={`${check.name} ${check.message}`}>
            <Passed passed={check.passed} />{' '}
            <span className="font-medium">{check.name?.toLowerCase().replaceAll('_', ' ')}</span>
            {check.message ? <span className="text-quiet">: {check.message}</span> : null}
          </li>
        ))}
      </ul>
    </section>
  ) : null;
}

function Asked({ approval }: { approval: Approval }) {
  return (
    <details>
      <summary className="cursor-pointer text-xs font-semibold text-quiet">
        What exactly is asked <code className="break-all">{approval.payload_hash}</code>
      </summary>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 text-xs">
        {flat(approval.payload).map(([name, value]) => (
          <Entry key={name} name={name}>
            <span className="figure break-all">{value}</span>
          </Entry>
        ))}
      </dl>
    </details>
  );
}
