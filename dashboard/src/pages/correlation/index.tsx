import { oneOf, text, useUrlState } from '@/url/useUrlState';
import { HeatMapPanel } from './HeatMapPanel';
import { PairPanel } from './PairPanel';
import { LABELS, WINDOWS } from './correlation';

const WINDOW = oneOf(...WINDOWS);
const LABEL = oneOf(...LABELS);

/** How alike the strategies move: all of them against one another, and two of them over time. */
export default function CorrelationPage() {
  const [window, setWindow] = useUrlState('window', WINDOW, '90');
  const [label, setLabel] = useUrlState('label', LABEL, 'by itself');
  const [a, setA] = useUrlState('a', text, '');
  const [b, setB] = useUrlState('b', text, '');
  return (
    <>
      <HeatMapPanel
        window={window}
        label={label}
        onWindow={setWindow}
        onLabel={setLabel}
        onPair={(first, second) => {
          setA(first);
          setB(second);
        }}
      />
      {a === '' || b === '' ? null : <PairPanel a={a} b={b} window={window} label={label} />}
    </>
  );
}
