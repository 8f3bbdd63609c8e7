import { Wifi, WifiOff } from 'lucide-react';
import { age } from '@/format/units';
import { retryFeed, useFeedState } from '@/live/connection';
import { useLocalMillis } from '@/time/clock';
import { Button } from '@/ui/Button';

/** Whether the feed is alive, and if not, since when and when it is tried again. */
export function ConnectionState() {
  const state = useFeedState();
  const now = useLocalMillis();
  const ago = age((now - state.since) / 1000);
  if (state.phase === 'live') {
    return (
      <span className="flex items-center gap-1 text-good" data-feed="live">
        <Wifi size={14} aria-hidden /> Live
      </span>
    );
  }
  const words =
    state.phase === 'stale'
      ? `Stale, nothing for ${ago}`
      : state.phase === 'connecting'
        ? 'Connecting'
        : `Offline for ${ago}, next attempt in ${Math.max(0, Math.ceil((state.nextAt - now) / 1000))} s`;
  return (
    <span className="flex items-center gap-1 text-warn" data-feed={state.phase}>
      <WifiOff size={14} aria-hidden /> {words}
      {state.phase === 'offline' ? (
        <Button look="quiet" onClick={retryFeed}>
          Now
        </Button>
      ) : null}
    </span>
  );
}
