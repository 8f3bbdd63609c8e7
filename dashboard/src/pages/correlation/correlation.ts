import type { components } from '@/api/generated/portfolio';

export type Report = components['schemas']['CorrelationReport'];

export const WINDOWS = ['30', '90', '365', '10d'] as const;
export type Window = (typeof WINDOWS)[number];

export const LABELS = ['by itself', 'LIVE', 'PAPER', 'BACKTEST', 'BACKFILL', 'SIMULATED', 'any'] as const;
export type LabelChoice = (typeof LABELS)[number];

/** What the service is asked for; without a choice it takes the one label there is, or refuses. */
export function labelOf(choice: LabelChoice): string | undefined {
  return choice === 'by itself' ? undefined : choice;
}

/** The places of the strategies in the matrix, those of one cluster beside one another; who is in none comes last. */
export function clustered(report: Report): number[] {
  const codes = report.codes ?? [];
  const places = (report.clusters ?? []).flatMap((cluster) =>
    (cluster.codes ?? []).map((code) => codes.indexOf(code)).filter((place) => place >= 0),
  );
  const rest = codes.map((_, place) => place).filter((place) => !places.includes(place));
  return [...places, ...rest];
}

/** A correlation as text with its sign; absent pairs have none. */
export function written(value: number | null | undefined): string | undefined {
  return value === null || value === undefined ? undefined : value.toFixed(2).replace('-', '−');
}

/** Why two strategies have no correlation. */
export function whyAbsent(report: Report, a: string, b: string): string {
  const pair = report.absent_pairs?.find((each) => (each.a === a && each.b === b) || (each.a === b && each.b === a));
  return pair?.reason?.message ?? 'It is not known';
}

/** How strong the colour of a cell is, 0 to 1, and which way. */
export function shade(value: number | null | undefined): { look: 'up' | 'down'; strength: number } | undefined {
  return value === null || value === undefined
    ? undefined
    : { look: value < 0 ? 'down' : 'up', strength: Math.min(1, Math.abs(value)) };
}
