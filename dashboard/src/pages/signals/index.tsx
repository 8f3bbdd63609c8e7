import { text, useUrlState } from '@/url/useUrlState';
import { SignalMatrixPanel } from '../overview/SignalMatrixPanel';
import { CalibrationPanel } from './CalibrationPanel';
import { ModelPricePanel } from './ModelPricePanel';
import { SignalDetailPanel } from './SignalDetailPanel';
import { SignalHistoryPanel } from './SignalHistoryPanel';

/** What each model says, what it said before, how right its confidence was, and why it said so. */
export default function SignalsPage() {
  const [symbol] = useUrlState('symbol', text, '');
  const [strategy] = useUrlState('strategy', text, '');
  const [signal, select] = useUrlState('signal', text, '');
  return (
    <>
      <SignalMatrixPanel />
      <ModelPricePanel symbol={symbol} strategy={strategy} signal={signal} />
      {signal === '' ? null : <SignalDetailPanel id={Number(signal)} onClose={() => select('')} />}
      <SignalHistoryPanel onSelect={select} />
      {strategy === '' ? null : <CalibrationPanel strategy={strategy} />}
    </>
  );
}
