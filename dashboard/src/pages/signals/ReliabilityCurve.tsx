import { curveOf, type Bin } from './why';

const SIZE = 220;
const EDGE = 28;

/** How often a model was right over how sure it was; on the diagonal it knows itself. The table below tells the same. */
export function ReliabilityCurve({ bins }: { bins: readonly Bin[] }) {
  const points = curveOf(bins);
  const x = (part: number) => EDGE + part * (SIZE - EDGE - 8);
  const y = (part: number) => SIZE - EDGE - part * (SIZE - EDGE - 8);
  return points.length === 0 ? null : (
    <svg viewBox={`0 0 ${SIZE} ${SIZE}`} className="w-full max-w-64 text-[8px]" aria-hidden focusable="false">
      {[0, 0.5, 1].map((part) => (
        <g key={part} stroke="var(--line)" fill="var(--quiet)">
          <line x1={x(0)} x2={x(1)} y1={y(part)} y2={y(part)} />
          <line x1={x(part)} x2={x(part)} y1={y(0)} y2={y(1)} />
          <text x={x(part)} y={y(0) + 10} textAnchor="middle" stroke="none">
            {part * 100} %
          </text>
          <text x={x(0) - 3} y={y(part) + 3} textAnchor="end" stroke="none">
            {part * 100} %
          </text>
        </g>
      ))}
      <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} stroke="var(--quiet)" strokeDasharray="4 3" />
      <polyline
        points={points.map(({ said, right }) => `${x(said)},${y(right)}`).join(' ')}
        fill="none"
        stroke="var(--series-1)"
        strokeWidth={1.5}
      />
      {points.map(({ said, right, radius }) => (
        <circle key={said} cx={x(said)} cy={y(right)} r={radius} fill="var(--series-1)" />
      ))}
      <text x={SIZE / 2} y={SIZE - 4} textAnchor="middle" fill="var(--quiet)">
        said
      </text>
      <text x={4} y={10} fill="var(--quiet)">
        was right
      </text>
    </svg>
  );
}
