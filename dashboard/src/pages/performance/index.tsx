import { useMemo } from 'react';
import { useAccount } from '@/app/useAccount';
import { Choice } from '@/ui/Choice';
import { oneOf, text, useUrlState, whole, words } from '@/url/useUrlState';
import { RunFilter, useRuns } from '../trades/RunFilter';
import { BookChoice } from './BookChoice';
import { chosenOf, keyOf } from './books';
import { ComparisonPanel } from './ComparisonPanel';
import { DetailPanel } from './DetailPanel';
import { GrowthPanel } from './GrowthPanel';
import { PnlPanel } from './PnlPanel';
import { PERIODS, RESOLUTIONS, resolutionOf, symbolOf } from './performance';
import { SymbolFilter } from './SymbolFilter';
import { useBooks } from './useBooks';

const PERIOD = oneOf(...PERIODS);
const RESOLUTION = oneOf(...RESOLUTIONS);
const OF = oneOf('models', 'account');

/** How models, accounts and portfolios did, side by side and beside doing nothing and holding. */
export default function PerformancePage() {
  const [period, setPeriod] = useUrlState('period', PERIOD, '30d');
  const [wanted, want] = useUrlState('resolution', RESOLUTION, 'fitting');
  const [run, setRun] = useUrlState('run', whole, 0);
  const [named, setSymbol] = useUrlState('symbol', text, '');
  // More than a month is told by days only.
  const possible: readonly (typeof RESOLUTIONS)[number][] = period === 'all' ? ['fitting', '1d'] : RESOLUTIONS;
  const fine = possible.includes(wanted) ? wanted : 'fitting';
  const runs = useRuns();
  const {
    symbol,
    symbols,
    unknown: unknownSymbol,
  } = symbolOf(
    named,
    run,
    runs.data?.runs?.find((each) => each.run === run),
  );
  const asked = useMemo(
    () => ({ period, resolution: fine === 'fitting' ? resolutionOf(period) : fine, run, symbol }),
    [period, fine, run, symbol],
  );
  const of = useBooks(asked);
  const [shown, show] = useShown();
  const [detail, setDetail] = useDetail();
  const { chosen, unknown } = useMemo(() => chosenOf(shown, of.books), [shown, of.books]);
  const inDetail = chosenOf([detail], of.books).chosen[0];
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <Choice name="Period" value={period} options={PERIODS} onChoose={setPeriod} />
        <Choice name="Resolution" value={fine} options={possible} onChoose={want} />
        <RunFilter filter={{ run, setRun }} />
        <SymbolFilter value={symbol ?? of.comparison.data?.symbol ?? ''} symbols={symbols} onChange={setSymbol} />
        {unknownSymbol ? (
          <p role="status" className="text-sm text-warn">
            No model has an account on {named} in this run.
          </p>
        ) : null}
      </div>
      <BookChoice
        books={of.books}
        chosen={chosen}
        unknown={of.isRead ? unknown : []}
        missing={of.missing}
        onChoose={show}
      />
      <ComparisonPanel asked={asked} chosen={chosen} of={of} onChoose={setDetail} />
      <PnlPanel asked={asked} />
      <GrowthPanel asked={asked} chosen={chosen} />
      {inDetail === undefined ? null : <DetailPanel book={inDetail} asked={asked} onClose={() => setDetail('')} />}
    </>
  );
}

/** What is compared; addresses of before said of=account for the account alone. */
function useShown() {
  const [of] = useUrlState('of', OF, 'models');
  const [account] = useAccount();
  const usual = useMemo(
    () => (of === 'account' && account !== undefined ? [keyOf('account', account)] : []),
    [of, account],
  );
  return useUrlState<readonly string[]>('shown', words, usual);
}

/** Which one is shown in detail; a strategy in the address is that model. */
function useDetail() {
  const [strategy] = useUrlState('strategy', text, '');
  return useUrlState('detail', text, strategy === '' ? '' : keyOf('model', strategy));
}
