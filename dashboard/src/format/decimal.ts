/** Numbers as text. Services send plain decimals; nothing here changes one of their digits unless it is asked to round. */

/** What services send for a price, a volume or money. */
export type Decimal = number | string;

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;
const EXPONENT = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/i;
export const MINUS = '−';

interface Parts {
  negative: boolean;
  whole: string;
  fraction: string;
}

function parts(value: Decimal): Parts | undefined {
  const text = String(value).trim();
  const plain = PLAIN.exec(text);
  if (plain) {
    return {
      negative: plain[1] === '-',
      whole: (plain[2] ?? '').replace(/^0+(?=\d)/, ''),
      fraction: plain[3] ?? '',
    };
  }
  const scientific = EXPONENT.exec(text);
  if (!scientific) {
    return undefined;
  }
  const digits = (scientific[2] ?? '') + (scientific[3] ?? '');
  const point = 1 + Number(scientific[4]);
  const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0');
  const at = Math.max(1, point);
  return { negative: scientific[1] === '-', whole: padded.slice(0, at), fraction: padded.slice(at) };
}

function isZero({ whole, fraction }: Parts): boolean {
  return /^0*$/.test(whole + fraction);
}

/** The half of an even last digit goes down, of an odd one up, as the services round what they show. */
function rounded(number: Parts, decimals: number): Parts {
  if (number.fraction.length <= decimals) {
    return { ...number, fraction: number.fraction.padEnd(decimals, '0') };
  }
  const kept = BigInt(number.whole + number.fraction.slice(0, decimals));
  const rest = number.fraction.slice(decimals);
  const half = `5${'0'.repeat(rest.length - 1)}`;
  const up = rest > half || (rest === half && kept % 2n === 1n);
  const digits = String(up ? kept + 1n : kept).padStart(decimals + 1, '0');
  return {
    negative: number.negative,
    whole: digits.slice(0, digits.length - decimals),
    fraction: decimals === 0 ? '' : digits.slice(-decimals),
  };
}

function text(number: Parts, grouped: boolean, signed: boolean): string {
  const whole = grouped ? number.whole.replace(/\B(?=(\d{3})+$)/g, ',') : number.whole;
  const sign = isZero(number) ? '' : number.negative ? MINUS : signed ? '+' : '';
  return `${sign}${whole}${number.fraction ? `.${number.fraction}` : ''}`;
}

export interface Shape {
  /** Rounded to so many decimals, half to even; left out: every digit there is. */
  decimals?: number;
  /** A plus sign where there is a gain. */
  signed?: boolean;
  /** Thousands apart. Default: yes. */
  grouped?: boolean;
}

/** A number as people read it; undefined for what is none. */
export function decimal(value: Decimal | null | undefined, shape: Shape = {}): string | undefined {
  if (value === null || value === undefined) {
    return undefined;
  }
  const number = parts(value);
  if (!number) {
    return undefined;
  }
  const shown = shape.decimals === undefined ? number : rounded(number, shape.decimals);
  return text(shown, shape.grouped ?? true, shape.signed ?? false);
}

/** As programs read it: every digit, a hyphen for minus, nothing between thousands. */
export function plain(value: Decimal): string {
  const number = parts(value);
  return number === undefined ? String(value) : text(number, false, false).replace(MINUS, '-');
}

/** Of several prices the number of decimals that shows all of them alike, such as 5 for EURUSD. */
export function decimalsOf(values: readonly (Decimal | null | undefined)[]): number {
  return Math.max(0, ...values.map((value) => (value == null ? 0 : (parts(value)?.fraction.length ?? 0))));
}

/** -1, 0 or 1. */
export function signum(value: Decimal | null | undefined): number {
  const number = value == null ? undefined : parts(value);
  return number === undefined || isZero(number) ? 0 : number.negative ? -1 : 1;
}
