import { useQuery } from '@tanstack/react-query';
import { every } from '@/api/every';
import { data, orchestrator } from '@/api/clients';
import type { components } from '@/api/generated/orchestrator';
import { keys } from '@/api/keys';
import { Panel } from '@/ui/Panel';

type Controller = components['schemas']['ControllerStatus'];

/** Which controllers answer; one that does not says why, and how it is started. */
export function ControllersPanel() {
  const status = useQuery({
    queryKey: [...keys.orchestrator.all, 'status'],
    queryFn: ({ signal }) => data(orchestrator.GET('/orchestrator/status', { signal })),
    refetchInterval: every(15_000),
  });
  return (
    <Panel title="Strategy controllers" query={status} at={(read) => read.timestamp}>
      {(read) => (
        <ul className="grid gap-2 sm:grid-cols-2 xl:grid-cols-4">
          {Object.entries(read.strategy_controllers ?? {}).map(([type, controller]) => (
            <ControllerCard key={type} type={type} controller={controller} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function ControllerCard({ type, controller }: { type: string; controller: Controller }) {
  const online = controller.status === 'online';
  return (
    <li className="flex flex-col gap-1 rounded-md border border-line bg-ground p-2 text-sm">
      <p>
        <strong>{type}</strong>{' '}
        <span className={online ? 'text-good' : 'text-bad'}>{controller.status ?? 'not known'}</span>
      </p>
      <p className="text-quiet">{controller.info?.description ?? controller.error}</p>
      {online ? null : (
        <p className="text-xs">
          Start it with the suite: <code>./suite up --with {type}</code>
        </p>
      )}
    </li>
  );
}
