/** The score among what a model looked at, or undefined; it goes from -1, sell, to +1, buy. */
export function scoreOf(features: Readonly<Record<string, number>> | undefined): number | undefined {
  const score = features?.score ?? features?.score_of_others;
  return score === undefined || !Number.isFinite(score) ? undefined : score;
}

/** Where a score is on a scale from -1 to +1, as a part of its length. */
export function placeOf(score: number): number {
  return (Math.min(1, Math.max(-1, score)) + 1) / 2;
}

/** What the account of a model did, in words. */
export function didOf(action: string | undefined): string {
  switch (action) {
    case 'opened':
      return 'It opened a position';
    case 'reversed':
      return 'It turned its position round';
    case 'closed':
      return 'It closed its position';
    case 'kept':
      return 'It kept its position';
    case 'exited':
      return 'It had been taken out by its stop or target';
    case 'nothing':
      return 'It did nothing';
    default:
      return 'What it did was not kept';
  }
}

/** A bin of a reliability curve. */
export interface Bin {
  mean_confidence?: number | undefined;
  hit_rate?: number | undefined;
  count?: number | undefined;
}

/** A point of the curve: said across, was right upwards, both 0 to 1; the radius grows with the number of signals. */
export interface CurvePoint {
  said: number;
  right: number;
  radius: number;
}

/** The bins that hold signals, by how sure the model was. */
export function curveOf(bins: readonly Bin[]): CurvePoint[] {
  const most = Math.max(1, ...bins.map((bin) => bin.count ?? 0));
  return bins
    .flatMap(({ mean_confidence: said, hit_rate: right, count = 0 }) =>
      said === undefined || right === undefined || count === 0
        ? []
        : [{ said, right, radius: 2 + 4 * Math.sqrt(count / most) }],
    )
    .sort((a, b) => a.said - b.said);
}
