import { OctagonX } from 'lucide-react';
import { useMissing } from '@/auth/session';
import { Button } from '@/ui/Button';
import { useStopDialog } from './useStopDialog';

/** Opens the dialog that stops trading, the same from the bar and the risk page. */
export function StopSwitch() {
  const [, open] = useStopDialog();
  return (
    <Button look="danger" disabledReason={useMissing('risk:admin')} onClick={() => open(true)}>
      <OctagonX size={14} aria-hidden /> Stop
    </Button>
  );
}
