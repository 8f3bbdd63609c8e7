import { OctagonX } from 'lucide-react';
import { useMissing } from '@/auth/session';
import { Button } from '@/ui/Button';

/** What the switch lacks in this version; undefined when it works. */
const UNAVAILABLE =
  'The orchestrator has no POST /api/v1/orchestrator/stop in this version. Set HALTED on the page Risk.';

/** Stops trading, the same from bar, palette and risk page. */
export function StopSwitch() {
  const why = useMissing('risk:admin') ?? UNAVAILABLE;
  return (
    <Button look="danger" disabledReason={why}>
      <OctagonX size={14} aria-hidden /> Stop
    </Button>
  );
}
