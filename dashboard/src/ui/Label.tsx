const MEANING: Record<string, string> = {
  LIVE: 'Real money at a broker',
  PAPER: 'Real prices, no money',
  BACKTEST: 'A run over the past',
  BACKFILL: 'Worked out later from stored bars',
  SIMULATED: 'Made-up prices',
};

/** Of what kind the data is, in words. */
export function Label({ of, proxy }: { of: string | undefined; proxy?: boolean | undefined }) {
  return (
    <>
      {of ? (
        <span
          className={`rounded border px-1.5 text-xs font-semibold ${of === 'LIVE' ? 'border-bad text-bad' : 'border-line text-quiet'}`}
          title={MEANING[of]}
        >
          {of}
        </span>
      ) : null}
      {proxy ? (
        <span
          className="ms-1 rounded border border-warn px-1.5 text-xs text-warn"
          title="A stand-in answers for the trained model"
        >
          proxy
        </span>
      ) : null}
    </>
  );
}
