import { text, useUrlState } from '@/url/useUrlState';
import { SignalMatrixPanel } from '../overview/SignalMatrixPanel';
import { CalibrationPanel } from './CalibrationPanel';
import { SignalDetailPanel } from './SignalDetailPanel';
import { SignalHistoryPanel } from './SignalHistoryPanel';

/** What each model says, what it said before, how right its confidence was, and why it said so. */
export default function SignalsPage() {
  const [strategy] = useUrlState('strategy', text, '');
  const [signal, select] = useUrlState('signal', text, '');
  return (
    <>
      <SignalMatrixPanel />
      <div className="grid items-start gap-3 xl:grid-cols-2">
        <SignalHistoryPanel onSelect={select} />
        {signal === '' ? null : <SignalDetailPanel id={Number(signal)} onClose={() => select('')} />}
        {strategy === '' ? null : <CalibrationPanel strategy={strategy} />}
      </div>
    </>
  );
}
