import { useDisplay } from '@/settings/display';
import { date, dateTime, type Instant } from '@/time/zones';
import { Reason } from './Reason';

/** A time in the zone that was chosen; the header of a table says which. */
export function When({ at, day, reason }: { at: Instant | null | undefined; day?: boolean; reason?: string }) {
  const { zone } = useDisplay();
  const text = day ? date(at, zone) : dateTime(at, zone);
  return text === undefined ? (
    <Reason why={reason ?? 'Nobody said when'}>–</Reason>
  ) : (
    <time className="figure" dateTime={at == null ? undefined : new Date(at).toISOString()}>
      {text}
    </time>
  );
}
