import {
  AreaSeries,
  CandlestickSeries,
  createChart,
  createSeriesMarkers,
  HistogramSeries,
  LineSeries,
  LineStyle,
  type IChartApi,
  type ISeriesApi,
  type ISeriesMarkersPluginApi,
  type SeriesMarker,
  type SeriesType,
  type Time,
  type UTCTimestamp,
} from 'lightweight-charts';
import { decimalsOf } from '@/format/decimal';
import { formatted, type Kind } from '@/format/units';
import type { Display } from '@/settings/display';
import { dateTime } from '@/time/zones';
import { colourOf, type ChartMark, type ChartSeries } from './Chart';

export interface DrawnChart {
  show: (series: readonly ChartSeries[]) => void;
  /** As it is now, in the colours the theme has at this moment. */
  picture: () => HTMLCanvasElement;
  remove: () => void;
}

/** How a chart is drawn; without a size it follows its element. */
interface Drawing {
  kind: Kind;
  zone: Display['zone'];
  size?: { width: number; height: number };
}

/** Draws into an element. The colours are those the theme has at this moment. */
export function drawChart(element: HTMLElement, drawing: Drawing): DrawnChart {
  const { chart, show } = drawn(element, drawing);
  let latest: readonly ChartSeries[] = [];
  return {
    show: (series) => {
      latest = series;
      show(series);
    },
    picture: () => {
      // A second one beside the page: nothing of the first has to be painted over, and painted back.
      const size = { width: element.clientWidth, height: element.clientHeight };
      const other = drawn(document.createElement('div'), { ...drawing, size });
      other.show(latest);
      const range = chart.timeScale().getVisibleLogicalRange();
      if (range) {
        other.chart.timeScale().setVisibleLogicalRange(range);
      }
      const picture = other.chart.takeScreenshot();
      other.chart.remove();
      return picture;
    },
    remove: () => chart.remove(),
  };
}

interface Drawn {
  chart: IChartApi;
  show: (series: readonly ChartSeries[]) => void;
}

function drawn(element: HTMLElement, { kind, zone, size }: Drawing): Drawn {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(name).trim();
  // What the scale works out between two prices has no more digits than they have.
  let digits: number | undefined;
  const offsetSeconds = (at: number) => (zone === 'local' ? -new Date(at * 1000).getTimezoneOffset() * 60 : 0);
  const chart = createChart(element, {
    ...(size ?? { autoSize: true }),
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
      priceFormatter: (value: number) => formatted(value, kind, digits === undefined ? {} : { decimals: digits }) ?? '',
      timeFormatter: (time: Time) => dateTime((Number(time) - offsetSeconds(Number(time))) * 1000, zone, false) ?? '',
    },
  });
  const parts = new Map<string, ISeriesApi<SeriesType>>();
  const shown = new Map<string, ChartSeries['points']>();
  const marked = new Map<string, ISeriesMarkersPluginApi<Time>>();
  const markedBy = new Map<string, ChartSeries['marks']>();

  const show = (series: readonly ChartSeries[]) => {
    const wanted = new Set(series.map(identity));
    for (const [key, part] of parts) {
      if (!wanted.has(key)) {
        chart.removeSeries(part);
        parts.delete(key);
        shown.delete(key);
        marked.delete(key);
        markedBy.delete(key);
      }
    }
    if (kind === 'price') {
      digits = decimalsOf(series.flatMap((each) => each.points.flatMap(({ value, open }) => [value, open])));
    }
    series.forEach((each, place) => {
      const key = identity(each);
      const part = parts.get(key) ?? added(chart, each, colour, place);
      const isNew = !parts.has(key);
      parts.set(key, part);
      if (digits !== undefined) {
        part.applyOptions({ priceFormat: { type: 'price', precision: digits, minMove: 10 ** -digits } });
      }
      if (each.marks !== markedBy.get(key)) {
        const marks = marked.get(key) ?? createSeriesMarkers(part, []);
        marked.set(key, marks);
        markedBy.set(key, each.marks);
        marks.setMarkers(
          (each.marks ?? []).map((mark) => drawnMark(mark, mark.time + offsetSeconds(mark.time), colour)),
        );
      }
      if (shown.get(key) === each.points) {
        return;
      }
      shown.set(key, each.points);
      part.setData(
        ascending(each).map(({ time, value, open, high, low }) => {
          const at = (time + offsetSeconds(time)) as UTCTimestamp;
          if (value === undefined) {
            return { time: at };
          }
          return each.kind === 'candles'
            ? { time: at, open: open ?? value, high: high ?? value, low: low ?? value, close: value }
            : { time: at, value };
        }),
      );
      if (isNew) {
        chart.timeScale().fitContent();
      }
    });
  };
  return { chart, show };
}

function identity(series: ChartSeries): string {
  return `${series.name} ${series.kind ?? 'line'} ${series.pane ?? 0}`;
}

const SHAPES = { up: 'arrowUp', down: 'arrowDown', dot: 'circle', square: 'square' } as const;

function drawnMark(mark: ChartMark, at: number, colour: (name: string) => string): SeriesMarker<Time> {
  return {
    time: at as UTCTimestamp,
    position: mark.place === 'above' ? 'aboveBar' : 'belowBar',
    shape: SHAPES[mark.shape],
    color: colour(`--${mark.tone}`),
    text: mark.text,
  };
}

function added(
  chart: IChartApi,
  series: ChartSeries,
  colourNamed: (name: string) => string,
  place: number,
): ISeriesApi<SeriesType> {
  const colour = colourNamed(`--series-${colourOf(series, place)}`);
  const shared = { priceLineVisible: false, lastValueVisible: false };
  switch (series.kind ?? 'line') {
    case 'area':
      return chart.addSeries(
        AreaSeries,
        { ...shared, lineColor: colour, topColor: `${colour}22`, bottomColor: `${colour}55`, lineWidth: 1 },
        series.pane,
      );
    case 'candles': {
      const [up, down] = [colourNamed('--up'), colourNamed('--down')];
      return chart.addSeries(
        CandlestickSeries,
        // Up is hollow, so that the two differ without their colours.
        {
          ...shared,
          upColor: 'transparent',
          downColor: down,
          borderUpColor: up,
          borderDownColor: down,
          wickUpColor: up,
          wickDownColor: down,
        },
        series.pane,
      );
    }
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
