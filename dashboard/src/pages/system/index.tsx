import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useConfig } from '@/app/context';
import { useSession } from '@/auth/session';
import { Button } from '@/ui/Button';
import { DataTable, type Column } from '@/ui/DataTable';
import { Figure } from '@/ui/Figure';
import { Panel } from '@/ui/Panel';
import { SignInPanel } from '@/ui/SignInPanel';
import { When } from '@/ui/When';
import { ServiceState } from './ServiceState';
import { diagnosticsOf, sentenceOf, stateOf, type ServiceStatus } from './system';
import { useSystemStatus } from './useSystemStatus';

const UNTOLD = 'It does not tell while it is not answering';
const UNASKED = 'Nobody asked it through this gateway in the last five minutes';

const COLUMNS: readonly Column<ServiceStatus>[] = [
  { id: 'service', header: 'Service', value: (row) => row.name },
  { id: 'state', header: 'State', value: stateOf, cell: (row) => <ServiceState of={row} /> },
  { id: 'since', header: 'Since', wide: true, value: (row) => row.since, cell: (row) => <When at={row.since} /> },
  { id: 'version', header: 'Version', wide: true, value: (row) => row.version },
  {
    id: 'uptime',
    header: 'Up',
    numeric: true,
    wide: true,
    value: (row) => row.uptime_seconds,
    cell: (row) => <Figure value={row.uptime_seconds} kind="duration" reason={UNTOLD} />,
  },
  {
    id: 'requests',
    header: 'Requests',
    unit: '5 min',
    numeric: true,
    value: (row) => row.requests,
    cell: (row) => <Figure value={row.requests} kind="count" />,
  },
  {
    id: 'failures',
    header: 'Failed',
    unit: '5 min',
    numeric: true,
    value: (row) => row.failures,
    cell: (row) => <Figure value={row.failures} kind="count" />,
  },
  {
    id: 'p50',
    header: 'p50',
    unit: 'ms',
    numeric: true,
    wide: true,
    value: (row) => row.p50_millis,
    cell: (row) => <Figure value={row.p50_millis} kind="ratio" reason={UNASKED} />,
  },
  {
    id: 'p95',
    header: 'p95',
    unit: 'ms',
    numeric: true,
    value: (row) => row.p95_millis,
    cell: (row) => <Figure value={row.p95_millis} kind="ratio" reason={UNASKED} />,
  },
  {
    id: 'unsent',
    header: 'Unsent events',
    numeric: true,
    value: (row) => row.unsent_events,
    cell: (row) => <Figure value={row.unsent_events} kind="count" reason="It sends none, or does not tell" />,
  },
  {
    id: 'lag',
    header: 'Consumer lag',
    unit: 'events',
    numeric: true,
    wide: true,
    value: (row) => row.consumer_lag,
    cell: (row) => <Figure value={row.consumer_lag} kind="count" reason="It reads none, or does not tell" />,
  },
  {
    id: 'clients',
    header: 'Feed clients',
    numeric: true,
    wide: true,
    value: (row) => row.feed_clients,
    cell: (row) => <Figure value={row.feed_clients} kind="count" reason="It has no feed, or does not tell" />,
  },
];

/** Every service: whether it answers, which version it is, how fast it is and what waits in it. */
export default function SystemPage() {
  const { phase } = useSession();
  const status = useSystemStatus();
  if (phase !== 'signed-in') {
    return <SignInPanel title="Services" />;
  }
  return (
    <>
      <Panel title="Services" query={status} at={(read) => read.at} staleAfterSeconds={60} tools={<Diagnostics />}>
        {(read) => (
          <>
            <p>{sentenceOf(read.services ?? [])}</p>
            <DataTable
              name="Services"
              rows={read.services ?? []}
              columns={COLUMNS}
              rowKey={(row) => row.name ?? 'unnamed'}
            />
            <p className="text-xs text-quiet">
              Requests and times are those that went through this gateway in the last five minutes, right to 5 %. Since
              when a service is as it is, is when this gateway noticed it.
            </p>
          </>
        )}
      </Panel>
      <Elsewhere />
    </>
  );
}

/** Copies what is shown, for whoever is asked for help. */
function Diagnostics() {
  const { data } = useSystemStatus();
  const [copied, setCopied] = useState(false);
  return (
    <Button
      disabledReason={data ? undefined : 'Nothing has been read yet'}
      onClick={() => {
        if (data) {
          const version = document.querySelector('script[src]')?.getAttribute('src') ?? 'of an unknown build';
          void navigator.clipboard
            .writeText(diagnosticsOf(data, navigator.userAgent, version))
            .then(() => setCopied(true));
        }
      }}
    >
      <Copy size={14} aria-hidden /> {copied ? 'Copied' : 'Copy diagnostics'}
    </Button>
  );
}

function Elsewhere() {
  const { grafana } = useConfig();
  return (
    <section aria-label="Elsewhere" className="flex flex-col gap-2 rounded-lg border border-line bg-panel p-3">
      <h2 className="text-sm font-semibold">Elsewhere</h2>
      <ul className="flex flex-col gap-1">
        <li>
          <a className="underline" href="/docs">
            API of every service
          </a>
        </li>
        <li>
          {grafana ? (
            <a className="underline" href={grafana} rel="noreferrer">
              Grafana
            </a>
          ) : (
            <span className="text-quiet">
              Grafana: its address is <code>suite.gateway.dashboard.grafana</code>, and is not set here.
            </span>
          )}
        </li>
        <li className="text-quiet">
          Metrics: <code>/actuator/prometheus</code> at the port of each service, on its own machine only.
        </li>
      </ul>
    </section>
  );
}
