import { formatted } from '@/format/units';
import { held } from './portfolio';

/** Weights as bars with their figures, the largest first. */
export function Weights({ weights }: { weights: Readonly<Record<string, number>> | undefined }) {
  const rows = held(weights);
  const largest = Math.max(...rows.map(([, weight]) => Math.abs(weight)), 0);
  return (
    <ul className="grid grid-cols-[auto_1fr_auto] items-center gap-x-3 gap-y-0.5 text-sm">
      {rows.map(([code, weight]) => (
        <li key={code} className="contents">
          <span>{code}</span>
          <span aria-hidden className="h-2 rounded bg-raised">
            <span
              className="block h-full rounded bg-accent"
              style={{ width: `${largest === 0 ? 0 : (100 * Math.abs(weight)) / largest}%` }}
            />
          </span>
          <span className="figure text-end">{formatted(weight, 'fraction')}</span>
        </li>
      ))}
    </ul>
  );
}
