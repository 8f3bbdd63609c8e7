import { Link } from 'react-router';
import { useSession } from '@/auth/session';
import { ServiceState } from '@/pages/system/ServiceState';
import { sentenceOf } from '@/pages/system/system';
import { useSystemStatus } from '@/pages/system/useSystemStatus';
import { Panel } from '@/ui/Panel';
import { SignInPanel } from '@/ui/SignInPanel';

/** Whether every service is well; those that are not, each with its reason. */
export function ServicesPanel() {
  const { phase } = useSession();
  const status = useSystemStatus();
  if (phase !== 'signed-in') {
    return <SignInPanel title="Services" />;
  }
  return (
    <Panel
      title="Services"
      query={status}
      at={(read) => read.at}
      staleAfterSeconds={60}
      tools={
        <Link className="underline" to="/system">
          System
        </Link>
      }
    >
      {(read) => (
        <>
          <p>{sentenceOf(read.services ?? [])}</p>
          <ul className="flex flex-col gap-1">
            {(read.services ?? [])
              .filter((service) => service.state !== 'READY')
              .map((service) => (
                <li key={service.name}>
                  <strong>{service.name}</strong> <ServiceState of={service} />
                </li>
              ))}
          </ul>
        </>
      )}
    </Panel>
  );
}
