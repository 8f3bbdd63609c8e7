import { memo } from 'react';
import { signum, type Decimal, type Shape } from '@/format/decimal';
import { formatted, type Kind } from '@/format/units';
import { Reason } from './Reason';

export interface FigureProps extends Shape {
  value: Decimal | null | undefined;
  kind: Kind;
  /** Coloured by its sign, and with it: a gain has a plus. */
  gain?: boolean;
  /** Why there is none; what a missing figure says on hover and focus. */
  reason?: string;
  /** Written behind it, such as USD; in tables the unit is in the header. */
  unit?: string;
}

/** A figure; a missing one is a dash with its reason. */
export const Figure = memo(function Figure({ value, kind, gain, reason, unit, ...shape }: FigureProps) {
  const text = formatted(value, kind, gain ? { ...shape, signed: true } : shape);
  if (text === undefined) {
    return <Reason why={reason ?? 'Not known'}>–</Reason>;
  }
  const sign = gain ? signum(value) : 0;
  return (
    <span className={`figure ${sign > 0 ? 'text-up' : sign < 0 ? 'text-down' : ''}`}>
      {text}
      {unit ? <span className="text-quiet"> {unit}</span> : null}
    </span>
  );
});
