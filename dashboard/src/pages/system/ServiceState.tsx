import { CircleAlert, CircleCheck, CircleX } from 'lucide-react';
import { stateOf, type ServiceStatus } from './system';

const SIGNS = {
  READY: { icon: CircleCheck, colour: 'text-good' },
  NOT_READY: { icon: CircleAlert, colour: 'text-warn' },
  SILENT: { icon: CircleAlert, colour: 'text-warn' },
  OFFLINE: { icon: CircleX, colour: 'text-bad' },
} as const;

/** How a service is: a sign, a word, and why where it is not ready. */
export function ServiceState({ of }: { of: ServiceStatus }) {
  const { icon: Icon, colour } = (of.state && SIGNS[of.state]) ?? SIGNS.NOT_READY;
  return (
    <>
      <span className={`inline-flex items-center gap-1 ${colour}`}>
        <Icon size={14} aria-hidden /> {stateOf(of)}
      </span>
      {of.reason ? <span className="block text-xs text-quiet">{of.reason}</span> : null}
    </>
  );
}
