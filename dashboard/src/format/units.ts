import { decimal, type Decimal, type Shape } from './decimal';

/** How a figure is to be read. */
export type Kind = 'price' | 'money' | 'percent' | 'fraction' | 'lots' | 'count' | 'ratio' | 'duration';

const DECIMALS: Partial<Record<Kind, number>> = { money: 2, percent: 2, fraction: 2, count: 0, ratio: 2 };

/**
 * A figure as text: money to cents, percent to two decimals, prices and lots with every digit they have.
 *
 * A `fraction` is a percent that is sent as a part of one: 0.0364 is 3.64 %. A `duration` is in seconds.
 */
export function formatted(value: Decimal | null | undefined, kind: Kind, shape: Shape = {}): string | undefined {
  if (value === null || value === undefined) {
    return undefined;
  }
  if (kind === 'duration') {
    return duration(Number(value));
  }
  const wanted = { decimals: DECIMALS[kind], ...shape };
  if (kind === 'fraction') {
    return suffixed(decimal(shifted(value, 2), wanted), '%');
  }
  return kind === 'percent' ? suffixed(decimal(value, wanted), '%') : decimal(value, wanted);
}

function suffixed(text: string | undefined, unit: string): string | undefined {
  return text === undefined ? undefined : `${text} ${unit}`;
}

/** Moves the point to the right without arithmetic, which would add digits nobody sent. */
function shifted(value: Decimal, places: number): string {
  const plain = decimal(value, { grouped: false })?.replace('−', '-') ?? String(value);
  const negative = plain.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? plain.slice(1) : plain).split('.');
  const digits = whole + fraction.padEnd(places, '0');
  const at = whole.length + places;
  const rest = digits.slice(at);
  return `${negative ? '-' : ''}${digits.slice(0, at).replace(/^0+(?=\d)/, '')}${rest ? `.${rest}` : ''}`;
}

const STEPS: readonly [number, string][] = [
  [86_400, 'd'],
  [3_600, 'h'],
  [60, 'min'],
];

/** A time span in its two largest units: 3 h 20 min. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const first = STEPS.findIndex(([size]) => whole >= size);
  const [size, unit] = STEPS[first] ?? [1, 's'];
  if (size === 1) {
    return `${whole} s`;
  }
  const rest = whole % size;
  const [nextSize, nextUnit] = STEPS[first + 1] ?? [1, 's'];
  const second = Math.floor(rest / nextSize);
  return second === 0
    ? `${Math.floor(whole / size)} ${unit}`
    : `${Math.floor(whole / size)} ${unit} ${second} ${nextUnit}`;
}

/** How old something is: one unit, coarser with age. */
export function age(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [size, unit] = STEPS.find(([step]) => whole >= step) ?? [1, 's'];
  return `${Math.floor(whole / size)} ${unit}`;
}
