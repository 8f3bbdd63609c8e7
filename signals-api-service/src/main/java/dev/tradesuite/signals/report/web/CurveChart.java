package dev.tradesuite.signals.report.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws values over time as an SVG image that stands in a page. */
final class CurveChart {

    private static final int WIDTH = 860;
    private static final int HEIGHT = 240;
    private static final int LEFT = 80;
    private static final int RIGHT = 16;
    private static final int TOP = 12;
    private static final int BOTTOM = 30;
    private static final int ROWS = 4;
    private static final int MOST_POINTS = 800;

    private final String title;
    private final List<ChartPoint> points;
    private final double low;
    private final double high;

    /** A value at a moment. */
    record ChartPoint(Instant at, double value) {}

    private CurveChart(String title, List<ChartPoint> points) {
        this.title = title;
        this.points = points;
        double least = points.stream().mapToDouble(ChartPoint::value).min().orElse(0);
        double most = points.stream().mapToDouble(ChartPoint::value).max().orElse(0);
        double room = most > least ? 0 : Math.max(1, Math.abs(most) / 100);
        this.low = least - room;
        this.high = most + room;
    }

    /**
     * The image.
     *
     * @param points oldest first, at least one; of many some are left out, never the last
     */
    static String svg(String title, List<ChartPoint> points) {
        return new CurveChart(title, thinned(points)).draw();
    }

    private static List<ChartPoint> thinned(List<ChartPoint> all) {
        int step = (all.size() + MOST_POINTS - 1) / MOST_POINTS;
        return step <= 1
                ? all
                : IntStream.range(0, all.size())
                        .filter(i -> i % step == 0 || i == all.size() - 1)
                        .mapToObj(all::get)
                        .toList();
    }

    private String draw() {
        String line = points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", x(point.at()), y(point.value())))
                .collect(Collectors.joining(" "));
        return """
                <svg viewBox="0 0 %d %d" role="img" font-family="sans-serif" font-size="12">
                <title>%s</title>
                %s%s<polyline fill="none" stroke="#1f5fa8" stroke-width="1.6" points="%s"/>
                </svg>
                """
                .formatted(WIDTH, HEIGHT, HtmlTable.escaped(title), rows(), ends(), line);
    }

    private String rows() {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i <= ROWS; i++) {
            double value = low + (high - low) * i / ROWS;
            rows.append(String.format(
                    Locale.ROOT,
                    """
                    <line x1="%d" x2="%d" y1="%.1f" y2="%.1f" stroke="#d9dfe6"/>
                    <text x="%d" y="%.1f" text-anchor="end" fill="#52606d">%,.2f</text>
                    """,
                    LEFT,
                    WIDTH - RIGHT,
                    y(value),
                    y(value),
                    LEFT - 8,
                    y(value) + 4,
                    value));
        }
        return rows.toString();
    }

    private String ends() {
        return """
                <text x="%d" y="%d" fill="#52606d">%s</text>
                <text x="%d" y="%d" text-anchor="end" fill="#52606d">%s</text>
                """
                .formatted(
                        LEFT,
                        HEIGHT - 8,
                        points.getFirst().at(),
                        WIDTH - RIGHT,
                        HEIGHT - 8,
                        points.getLast().at());
    }

    private double x(Instant at) {
        long first = points.getFirst().at().toEpochMilli();
        long length = Math.max(1, points.getLast().at().toEpochMilli() - first);
        return LEFT + (double) (WIDTH - RIGHT - LEFT) * (at.toEpochMilli() - first) / length;
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (value - low) / (high - low);
    }
}
