import { limitName, usedPercent, type LimitReading } from '@/app/useHeadroom';
import { formatted } from '@/format/units';
import { Figure } from './Figure';

const UNITS: Record<string, string> = { percent: '%', ratio: '' };
const LOOKS = { safe: 'bg-good', warning: 'bg-warn', critical: 'bg-bad' };

/** A limit as value, limit and bar; the level is told in a word too. */
export function LimitBar({ limit }: { limit: LimitReading }) {
  const used = usedPercent(limit);
  const name = limitName(limit);
  const level = limit.level ?? 'critical';
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-3 text-sm">
      <span>
        <span className="capitalize">{name}</span>{' '}
        <span className={`text-xs ${level === 'safe' ? 'text-quiet' : level === 'warning' ? 'text-warn' : 'text-bad'}`}>
          {level}
        </span>
      </span>
      <span>
        <Figure value={limit.measured} kind="ratio" reason={limit.message} /> of{' '}
        <Figure value={limit.limit} kind="ratio" unit={UNITS[limit.unit ?? ''] ?? limit.unit} />
      </span>
      <span
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={used === undefined ? 0 : Math.round(used)}
        aria-valuetext={
          used === undefined ? (limit.message ?? 'not measured') : `${formatted(used, 'percent', { decimals: 0 })} used`
        }
        className="col-span-2 h-1.5 overflow-hidden rounded bg-raised"
      >
        <span className={`block h-full ${LOOKS[level]}`} style={{ width: `${used ?? 0}%` }} />
      </span>
    </li>
  );
}
