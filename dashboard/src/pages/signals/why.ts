import type { components } from '@/api/generated/signals-api';

export type Score = components['schemas']['SignalScore'];

/** What a score was compared with, in words: long above 0.02, short below -0.02. */
export function thresholdsOf(score: Score): string {
  const said = (score.thresholds ?? []).flatMap(({ signal, beyond, value }) =>
    value === undefined ? [] : [`${signal ?? 'a position'} ${beyond ?? 'beyond'} ${figure(value)}`],
  );
  return said.length === 0 ? 'no value of it leads to a position' : said.join(', ');
}

function figure(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** The ends of the scale a score is drawn on: of a probability 0 and 1, else as far to both sides as twice its thresholds. */
export function scaleOf(score: Score): [number, number] {
  if (score.feature === 'probability') {
    return [0, 1];
  }
  const marks = (score.thresholds ?? []).map(({ value }) => 2 * Math.abs(value ?? 0));
  const most = Math.max(Math.abs(score.value ?? 0), ...marks) || 1;
  return [-most, most];
}

/** Where a value is on a scale, as a part of its length. */
export function placeOf(value: number, [low, high]: readonly [number, number]): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)));
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
