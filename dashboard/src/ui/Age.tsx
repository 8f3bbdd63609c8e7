import { age } from '@/format/units';
import { useDisplay } from '@/settings/display';
import { useServerSeconds } from '@/time/clock';
import { dateTime, zoneName, type Instant } from '@/time/zones';
import { Reason } from './Reason';

/** How old something is by the clock of the servers, drawn anew every second. */
export function Age({ at, reason }: { at: Instant | null | undefined; reason?: string }) {
  const now = useServerSeconds();
  const { zone } = useDisplay();
  const then = at == null ? Number.NaN : new Date(at).getTime();
  if (Number.isNaN(then)) {
    return <Reason why={reason ?? 'Nobody said when'}>–</Reason>;
  }
  return (
    <time
      className="figure"
      dateTime={new Date(then).toISOString()}
      title={`${dateTime(then, zone)} ${zoneName(zone)}`}
    >
      {age(now - then / 1000)}
    </time>
  );
}
