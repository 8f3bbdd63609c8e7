import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { data, risk } from '@/api/clients';
import { keys } from '@/api/keys';
import { useMissing } from '@/auth/session';
import { Button } from '@/ui/Button';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { ReasonDialog } from '@/ui/ReasonDialog';
import { LIMITS, typedLimits, type Limits } from './risk';

/** The limits of an account as they are set; changing them takes the scope risk:admin and a reason. */
export function LimitSettingsPanel({ account }: { account: string }) {
  const missing = useMissing('risk:admin');
  const [changing, setChanging] = useState(false);
  const limits = useQuery({
    queryKey: [...keys.risk.account(account), 'limits'],
    queryFn: ({ signal }) => data(risk.GET('/api/v1/risk/limits/{account}', { params: { path: { account } }, signal })),
  });
  return (
    <>
      <Panel
        title={`Limits as set for ${account}`}
        query={limits}
        staleAfterSeconds={3600}
        tools={
          <Button
            disabledReason={missing ?? (limits.data ? undefined : 'They were not read yet')}
            onClick={() => setChanging(true)}
          >
            Change
          </Button>
        }
      >
        {(read) => (
          <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 text-sm">
            {LIMITS.map(({ field, name, unit }) => (
              <div key={field} className="contents">
                <dt>
                  {name} <span className="text-quiet">({unit})</span>
                </dt>
                <dd className="text-end">
                  <Figure value={read[field]} kind="lots" reason="It is not set" />
                </dd>
              </div>
            ))}
          </dl>
        )}
      </Panel>
      {changing && limits.data ? (
        <ChangeDialog account={account} limits={limits.data} onClose={() => setChanging(false)} />
      ) : null}
    </>
  );
}

function ChangeDialog({ account, limits, onClose }: { account: string; limits: Limits; onClose: () => void }) {
  const cache = useQueryClient();
  const field = useId();
  const [typed, setTyped] = useState(
    () =>
      Object.fromEntries(LIMITS.map((limit) => [limit.field, String(limits[limit.field])])) as Record<
        keyof Limits,
        string
      >,
  );
  const next = typedLimits(typed);
  return (
    <ReasonDialog
      title={`Change the limits of ${account}`}
      description="They count from the next order on."
      act="Change them"
      danger
      disabledReason={'fault' in next ? next.fault : undefined}
      onClose={onClose}
      onAct={async (reason) => {
        if ('fault' in next) {
          return;
        }
        await data(
          risk.PUT('/api/v1/risk/limits/{account}', { params: { path: { account } }, body: { ...next, reason } }),
        );
        await cache.invalidateQueries({ queryKey: keys.risk.all });
      }}
    >
      <div className="grid grid-cols-2 gap-2">
        {LIMITS.map(({ field: name, name: title, unit }) => (
          <label key={name} htmlFor={`${field}${name}`} className="flex flex-col gap-1 text-sm">
            {title} ({unit})
            <input
              id={`${field}${name}`}
              inputMode="decimal"
              value={typed[name]}
              onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
              className="figure rounded-md border border-line bg-ground p-1 text-ink"
            />
          </label>
        ))}
      </div>
    </ReasonDialog>
  );
}
