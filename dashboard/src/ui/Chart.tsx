import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatted, type Kind } from '@/format/units';
import { useDark, useDisplay, usePrinting } from '@/settings/display';
import { dateTime, zoneName } from '@/time/zones';
import { Button } from './Button';
import type { DrawnChart } from './drawChart';
import { DataTable, type Column } from './DataTable';

/** A point; the time is in seconds. A value that is not there is a gap. Of candles the value is the close. */
export interface ChartPoint {
  time: number;
  value: number | undefined;
  open?: number;
  high?: number;
  low?: number;
}

/** Something that happened at a point of a series. */
export interface ChartMark {
  /** Of a point of the series, in seconds. */
  time: number;
  text: string;
  place: 'above' | 'below';
  shape: 'up' | 'down' | 'dot' | 'square';
  tone: 'up' | 'down' | 'quiet';
}

export interface ChartSeries {
  name: string;
  points: readonly ChartPoint[];
  kind?: 'line' | 'area' | 'histogram' | 'dashed' | 'candles';
  /** What happened on it, oldest first. */
  marks?: readonly ChartMark[];
  /** Which of the panes below one another it is in. */
  pane?: number;
  /** Which of the seven colours; default: by its place. */
  colour?: number;
}

export interface ChartProps {
  /** What it shows; it begins the summary. */
  name: string;
  series: readonly ChartSeries[];
  /** Of the values. */
  kind: Kind;
  unit?: string;
  /** In pixels. */
  height?: number;
  /** One sentence for who does not see it; default: first, last, lowest and highest value of each series. */
  summary?: string;
}

/** Lines over time. It has a sentence and a table for who does not see it, and scrolls and zooms for who does. */
export function Chart({ name, series, kind, unit, height = 260, summary }: ChartProps) {
  const holder = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnChart | undefined>(undefined);
  const latest = useRef(series);
  const [asTable, setAsTable] = useState(false);
  const { zone, gains } = useDisplay();
  const dark = useDark();
  const printing = usePrinting();
  const sentence = useId();
  const words = useMemo(() => summary ?? summarised(name, series, kind, unit), [summary, name, series, kind, unit]);

  useEffect(() => {
    latest.current = series;
    drawn.current?.show(series);
  }, [series]);

  useEffect(() => {
    if (asTable || !holder.current) {
      return undefined;
    }
    const element = holder.current;
    let gone = false;
    // Only pages with a chart load what draws it.
    void import('./drawChart').then(({ drawChart }) => {
      if (!gone) {
        drawn.current = drawChart(element, { kind, zone });
        drawn.current.show(latest.current);
      }
    });
    return () => {
      gone = true;
      drawn.current?.remove();
      drawn.current = undefined;
    };
  }, [asTable, kind, zone, dark, gains]);

  useLayoutEffect(() => {
    const picture = printing ? drawn.current?.picture() : undefined;
    paper.current?.replaceChildren(...(picture ? [picture] : []));
  }, [printing]);

  return (
    <figure className="m-0 flex min-w-0 flex-col gap-2" aria-labelledby={sentence}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-xs">
        <ul className="flex flex-wrap gap-x-3 gap-y-1">
          {series.map((each, place) => (
            <li key={each.name} className="flex items-center gap-1">
              <span
                aria-hidden
                className="inline-block h-0.5 w-4"
                style={{ background: `var(--series-${colourOf(each, place)})` }}
              />
              {each.name}
            </li>
          ))}
        </ul>
        <span className="no-print ms-auto">
          <Button look="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            {asTable ? 'Chart' : 'Table'}
          </Button>
        </span>
      </div>
      {asTable ? (
        <ChartTable name={name} series={series} kind={kind} unit={unit} />
      ) : (
        <>
          <div ref={holder} aria-hidden style={{ height }} className="print:absolute print:end-full" />
          <div ref={paper} aria-hidden className="hidden print:block [&>canvas]:w-full" />
        </>
      )}
      <figcaption id={sentence} className="sr-only">
        {words}
      </figcaption>
    </figure>
  );
}

export function colourOf(series: ChartSeries, place: number): number {
  return (((series.colour ?? place + 1) - 1) % 7) + 1;
}

/** One sentence a series: where it began and ended, and how far it went. */
export function summarised(name: string, series: readonly ChartSeries[], kind: Kind, unit?: string): string {
  const write = (value: number) => `${formatted(value, kind)}${unit ? ` ${unit}` : ''}`;
  const parts = series.map((each) => {
    const known = each.points.filter((point): point is ChartPoint & { value: number } => point.value !== undefined);
    const first = known[0];
    const last = known.at(-1);
    if (!first || !last) {
      return `${each.name} has no values`;
    }
    let [lowest, highest] = [first.low ?? first.value, first.high ?? first.value];
    for (const point of known) {
      lowest = Math.min(lowest, point.low ?? point.value);
      highest = Math.max(highest, point.high ?? point.value);
    }
    const happened = each.marks?.length ? `, ${each.marks.length} marked` : '';
    return `${each.name} from ${write(first.value)} to ${write(last.value)}, lowest ${write(lowest)}, highest ${write(highest)}${happened}`;
  });
  return `${name}: ${parts.join('; ')}.`;
}

interface TableRow {
  time: number;
  points: readonly (ChartPoint | undefined)[];
}

/** Candles have their four prices; a series on which something happened has a column for it. */
function seriesColumns(series: ChartSeries, place: number, kind: Kind, unit?: string): Column<TableRow>[] {
  const column = (field: 'value' | 'open' | 'high' | 'low', header: string): Column<TableRow> => ({
    id: `s${place}${field}`,
    header,
    unit,
    numeric: true,
    value: (row) => row.points[place]?.[field],
    cell: (row) => formatted(row.points[place]?.[field], kind) ?? '–',
  });
  const marks = new Map<number, string>();
  for (const { time, text } of series.marks ?? []) {
    marks.set(time, marks.has(time) ? `${marks.get(time)}; ${text}` : text);
  }
  return [
    ...(series.kind === 'candles'
      ? [column('open', 'Open'), column('high', 'High'), column('low', 'Low'), column('value', 'Close')]
      : [column('value', series.name)]),
    ...(marks.size === 0
      ? []
      : [{ id: `s${place}marks`, header: 'What happened', value: (row: TableRow) => marks.get(row.time) }]),
  ];
}

function ChartTable({ name, series, kind, unit }: Pick<ChartProps, 'name' | 'series' | 'kind' | 'unit'>) {
  const { zone } = useDisplay();
  const rows = useMemo(() => byTime(series), [series]);
  const columns = useMemo<Column<TableRow>[]>(
    () => [
      { id: 'time', header: 'Time', unit: zoneName(zone), value: (row) => dateTime(row.time * 1000, zone) },
      ...series.flatMap((each, place) => seriesColumns(each, place, kind, unit)),
    ],
    [series, zone, unit, kind],
  );
  return <DataTable name={name} rows={rows} columns={columns} rowKey={(row) => String(row.time)} />;
}

/** One row a time, the newest first, with the point of each series. */
export function byTime(series: readonly ChartSeries[]): TableRow[] {
  const rows = new Map<number, (ChartPoint | undefined)[]>();
  series.forEach((each, place) =>
    each.points.forEach((point) => {
      const points = rows.get(point.time) ?? new Array<ChartPoint | undefined>(series.length).fill(undefined);
      points[place] = point;
      rows.set(point.time, points);
    }),
  );
  return [...rows].sort(([a], [b]) => b - a).map(([time, points]) => ({ time, points }));
}
