import { text, useUrlState } from '@/url/useUrlState';
import { useHistoryFilter } from '../trades/useHistoryFilter';
import { SignalMatrixPanel } from '../overview/SignalMatrixPanel';
import { CalibrationPanel } from './CalibrationPanel';
import { ModelCardPanel } from './ModelCardPanel';
import { ModelPricePanel } from './ModelPricePanel';
import { OpinionsPanel } from './OpinionsPanel';
import { SignalDetailPanel } from './SignalDetailPanel';
import { SignalHistoryPanel } from './SignalHistoryPanel';

/** What each model says, what it said before, how right its confidence was, and why it said so. */
export default function SignalsPage() {
  const { symbol, strategy, run } = useHistoryFilter();
  const [signal, select] = useUrlState('signal', text, '');
  return (
    <>
      <SignalMatrixPanel />
      <ModelPricePanel symbol={symbol} strategy={strategy} signal={signal} run={run} />
      {signal === '' ? null : <SignalDetailPanel id={Number(signal)} onClose={() => select('')} />}
      {signal === '' ? null : <OpinionsPanel signal={Number(signal)} />}
      {strategy === '' ? null : <ModelCardPanel strategy={strategy} symbol={symbol} run={run} />}
      <SignalHistoryPanel onSelect={select} />
      {strategy === '' ? null : <CalibrationPanel strategy={strategy} symbol={symbol} run={run} />}
    </>
  );
}
