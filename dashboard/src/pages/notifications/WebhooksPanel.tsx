import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useMemo, useState } from 'react';
import { data, done, orchestrator } from '@/api/clients';
import { every } from '@/api/every';
import type { components } from '@/api/generated/orchestrator';
import { keys } from '@/api/keys';
import { useAccounts } from '@/app/useAccount';
import { useGranted, useMissing } from '@/auth/session';
import { Age } from '@/ui/Age';
import { Button } from '@/ui/Button';
import { Choice } from '@/ui/Choice';
import { DataTable, type Column } from '@/ui/DataTable';
import { Dialog } from '@/ui/Dialog';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { Reason } from '@/ui/Reason';
import { ReasonDialog } from '@/ui/ReasonDialog';

type Webhook = components['schemas']['WebhookInfo'];
type Created = components['schemas']['WebhookCreated'];

const MODES = ['confirm', 'follow'] as const;
const NAME = /^(?!unassigned$)[a-z0-9_-]{1,64}$/;
const KEY = [...keys.orchestrator.all, 'webhooks'];
const FIELD = 'rounded-md border border-line bg-ground p-1 text-ink';

const COLUMNS: readonly Column<Webhook>[] = [
  { id: 'strategy', header: 'Strategy', value: (row) => row.strategy },
  { id: 'account', header: 'Account', value: (row) => row.account_id },
  { id: 'mode', header: 'Mode', value: (row) => row.mode },
  { id: 'execute', header: 'Executes', value: (row) => (row.auto_execute ? 'yes' : 'no') },
  {
    id: 'risk',
    header: 'Risk',
    unit: '%',
    numeric: true,
    wide: true,
    value: (row) => row.risk_percent,
    cell: (row) => <Figure value={row.risk_percent} kind="percent" reason="As the setting says" />,
  },
  {
    id: 'last',
    header: 'Last alert',
    value: (row) => row.last_alert_at,
    cell: (row) =>
      row.last_alert_at === undefined ? <Reason why="No alert came so far">–</Reason> : <Age at={row.last_alert_at} />,
  },
  { id: 'by', header: 'Made by', wide: true, value: (row) => row.created_by },
];

/** Webhooks of alerts with the last of each; made and revoked here. */
export function WebhooksPanel() {
  const isAdmin = useGranted('risk:admin');
  const isWriter = useGranted('portfolio:write');
  const write = useMissing('portfolio:write');
  const missing = isAdmin || isWriter ? undefined : write;
  const cache = useQueryClient();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<Created | undefined>(undefined);
  const [revoking, setRevoking] = useState<Webhook | undefined>(undefined);
  const webhooks = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => data(orchestrator.GET('/api/v1/webhooks/tradingview', { signal })),
    enabled: missing === undefined,
    refetchInterval: every(30_000),
  });
  const columns = useMemo<readonly Column<Webhook>[]>(
    () => [
      ...COLUMNS,
      {
        id: 'revoke',
        header: 'Revoke',
        value: () => undefined,
        cell: (row) => (
          <Button
            look="danger"
            aria-label={`Revoke the webhook of ${row.strategy ?? ''}`}
            onClick={() => setRevoking(row)}
          >
            Revoke
          </Button>
        ),
      },
    ],
    [],
  );
  const again = () => cache.invalidateQueries({ queryKey: KEY });
  if (missing !== undefined) {
    return (
      <section aria-label="Webhooks" className="flex flex-col gap-2 rounded-lg border border-line bg-panel p-3">
        <h2 className="text-sm font-semibold">Webhooks</h2>
        <p className="text-quiet">{missing}</p>
      </section>
    );
  }
  return (
    <>
      <Panel
        title="Webhooks"
        query={webhooks}
        className="xl:col-span-2"
        tools={<Button onClick={() => setMaking(true)}>Make one</Button>}
        empty={(read) =>
          read.webhooks?.length
            ? undefined
            : { text: 'There is none. A webhook takes the alerts of a chart as trades of a strategy.' }
        }
      >
        {(read) => (
          <DataTable
            name="Webhooks"
            rows={read.webhooks ?? []}
            columns={columns}
            rowKey={(row) => row.webhook_id ?? ''}
            plain
          />
        )}
      </Panel>
      {making ? (
        <MakeDialog
          onClose={() => setMaking(false)}
          onMade={(created) => {
            setMade(created);
            void again();
          }}
        />
      ) : null}
      {made ? <TokenDialog made={made} onClose={() => setMade(undefined)} /> : null}
      {revoking ? (
        <ReasonDialog
          title="Revoke the webhook"
          description={`Alerts to the address of ${revoking.strategy ?? 'it'} on ${revoking.account_id ?? 'its account'} are refused from then on.`}
          act="Revoke it"
          danger
          withoutReason
          onClose={() => setRevoking(undefined)}
          onAct={async () => {
            await done(
              orchestrator.DELETE('/api/v1/webhooks/tradingview/{id}', {
                params: { path: { id: revoking.webhook_id ?? '' } },
              }),
            );
            await again();
          }}
        />
      ) : null}
    </>
  );
}

function MakeDialog({ onClose, onMade }: { onClose: () => void; onMade: (created: Created) => void }) {
  const id = useId();
  const accounts = useAccounts().data ?? [];
  const noExecute = useMissing('trade:execute');
  const [strategy, setStrategy] = useState('');
  const [account, setAccount] = useState('');
  const [mode, setMode] = useState<(typeof MODES)[number]>('confirm');
  const [executes, setExecutes] = useState(false);
  return (
    <ReasonDialog
      title="Make a webhook"
      description="Its token is shown once, and kept as a hash alone."
      act="Make it"
      withoutReason
      disabledReason={
        NAME.test(strategy) ? undefined : 'A strategy has small letters, digits, - and _, and is not called unassigned'
      }
      onClose={onClose}
      onAct={async () => {
        onMade(
          await data(
            orchestrator.POST('/api/v1/webhooks/tradingview', {
              body: {
                strategy,
                mode,
                auto_execute: executes,
                ...(account === '' ? {} : { account_id: account }),
              },
            }),
          ),
        );
      }}
    >
      <div className="grid grid-cols-2 gap-2 text-sm">
        <label htmlFor={`${id}strategy`} className="flex flex-col gap-1">
          Strategy
          <input
            id={`${id}strategy`}
            value={strategy}
            onChange={(event) => setStrategy(event.target.value.trim())}
            className={FIELD}
          />
        </label>
        <label htmlFor={`${id}account`} className="flex flex-col gap-1">
          Account
          <select
            id={`${id}account`}
            value={account}
            onChange={(event) => setAccount(event.target.value)}
            className={FIELD}
          >
            <option value="">main</option>
            {accounts
              .filter((each) => each.id !== 'main')
              .map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name ?? each.id}
                </option>
              ))}
          </select>
        </label>
      </div>
      <Choice name="Mode" value={mode} options={MODES} onChoose={setMode} />
      <p className="text-sm text-quiet">
        {mode === 'confirm'
          ? 'An alert is a question: the brain must agree.'
          : 'An alert is the signal itself: the brain is not asked.'}
      </p>
      <label htmlFor={`${id}executes`} className="flex items-center gap-2 text-sm">
        <input
          id={`${id}executes`}
          type="checkbox"
          checked={executes}
          disabled={noExecute !== undefined}
          onChange={(event) => setExecutes(event.target.checked)}
        />
        Execute what passes every check
        {noExecute === undefined ? null : <span className="text-quiet">({noExecute})</span>}
      </label>
    </ReasonDialog>
  );
}

function TokenDialog({ made, onClose }: { made: Created; onClose: () => void }) {
  const address = new URL(made.path ?? '', location.origin).href;
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Webhook of ${made.strategy ?? ''}`}
      description="This is the address of its alerts. It is shown now and never again; whoever knows it can send alerts."
      actions={
        <>
          <Button onClick={() => void navigator.clipboard.writeText(address)}>Copy</Button>
          <Button look="main" onClick={onClose}>
            It is kept
          </Button>
        </>
      }
    >
      <code className="break-all">{address}</code>
    </Dialog>
  );
}
