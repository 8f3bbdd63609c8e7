import {
  AreaSeries,
  createChart,
  HistogramSeries,
  LineSeries,
  LineStyle,
  type IChartApi,
  type ISeriesApi,
  type SeriesType,
  type Time,
  type UTCTimestamp,
} from 'lightweight-charts';
import { formatted, type Kind } from '@/format/units';
import type { Display } from '@/settings/display';
import { dateTime } from '@/time/zones';
import { colourOf, type ChartSeries } from './Chart';

export interface DrawnChart {
  show: (series: readonly ChartSeries[]) => void;
  remove: () => void;
}

/** Draws into an element. The colours are those the theme has at this moment. */
export function drawChart(element: HTMLElement, { kind, zone }: { kind: Kind; zone: Display['zone'] }): DrawnChart {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  const offsetSeconds = (at: number) => (zone === 'local' ? -new Date(at * 1000).getTimezoneOffset() * 60 : 0);
  const chart = createChart(element, {
    autoSize: true,
    layout: {
      // Its logo needs an inline style, which the page does not allow; the footer has notice and link.
      attributionLogo: false,
      background: { color: 'transparent' },
      textColor: colour('--quiet'),
      fontSize: 11,
      panes: { separatorColor: colour('--line') },
    },
    grid: { vertLines: { color: colour('--raised') }, horzLines: { color: colour('--raised') } },
    rightPriceScale: { borderColor: colour('--line') },
    // 8,640 points fit into a narrow window.
    timeScale: { timeVisible: true, minBarSpacing: 0.02, borderColor: colour('--line') },
    localization: {
      priceFormatter: (value: number) => formatted(value, kind) ?? '',
      timeFormatter: (time: Time) => dateTime((Number(time) - offsetSeconds(Number(time))) * 1000, zone, false) ?? '',
    },
  });
  const parts = new Map<string, ISeriesApi<SeriesType>>();
  const shown = new Map<string, ChartSeries['points']>();

  const show = (series: readonly ChartSeries[]) => {
    const wanted = new Set(series.map(identity));
    for (const [key, part] of parts) {
      if (!wanted.has(key)) {
        chart.removeSeries(part);
        parts.delete(key);
        shown.delete(key);
      }
    }
    series.forEach((each, place) => {
      const key = identity(each);
      const part = parts.get(key) ?? added(chart, each, colour(`--series-${colourOf(each, place)}`));
      const isNew = !parts.has(key);
      parts.set(key, part);
      if (shown.get(key) === each.points) {
        return;
      }
      shown.set(key, each.points);
      part.setData(
        ascending(each).map(({ time, value }) => {
          const at = (time + offsetSeconds(time)) as UTCTimestamp;
          return value === undefined ? { time: at } : { time: at, value };
        }),
      );
      if (isNew) {
        chart.timeScale().fitContent();
      }
    });
  };
  return { show, remove: () => chart.remove() };
}

function identity(series: ChartSeries): string {
  return `${series.name} ${series.kind ?? 'line'} ${series.pane ?? 0}`;
}

function added(chart: IChartApi, series: ChartSeries, colour: string): ISeriesApi<SeriesType> {
  const shared = { priceLineVisible: false, lastValueVisible: false };
  switch (series.kind ?? 'line') {
    case 'area':
      return chart.addSeries(
        AreaSeries,
        { ...shared, lineColor: colour, topColor: `${colour}22`, bottomColor: `${colour}55`, lineWidth: 1 },
        series.pane,
      );
    case 'histogram':
      return chart.addSeries(HistogramSeries, { ...shared, color: colour }, series.pane);
    case 'dashed':
      return chart.addSeries(
        LineSeries,
        { ...shared, color: colour, lineWidth: 1, lineStyle: LineStyle.Dashed },
        series.pane,
      );
    default:
      return chart.addSeries(LineSeries, { ...shared, color: colour, lineWidth: 2 }, series.pane);
  }
}

/** The library takes each time once and in order. */
function ascending(series: ChartSeries): ChartSeries['points'] {
  const { points } = series;
  const isAscending = points.every((point, place) => place === 0 || point.time > (points[place - 1]?.time ?? 0));
  return isAscending
    ? points
    : [...new Map(points.map((point) => [point.time, point])).values()].sort((a, b) => a.time - b.time);
}
