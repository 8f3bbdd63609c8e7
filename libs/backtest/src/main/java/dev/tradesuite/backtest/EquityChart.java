package dev.tradesuite.backtest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Draws the value of a portfolio over time as an SVG image that needs nothing else to be shown. */
final class EquityChart {

    private static final int WIDTH = 860;
    private static final int HEIGHT = 360;
    private static final int LEFT = 76;
    private static final int RIGHT = 20;
    private static final int TOP = 48;
    private static final int BOTTOM = 44;
    private static final int ROWS = 5;
    private static final int COLUMNS = 6;

    private final BacktestResult result;
    private final double step;
    private final double low;
    private final double high;

    private EquityChart(BacktestResult result) {
        this.result = result;
        double least =
                values(result).stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most =
                values(result).stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        this.step = roundStep(Math.max(most - least, 1) / ROWS);
        this.low = Math.floor(least / step) * step;
        this.high = Math.max(Math.ceil(most / step), least / step + 1) * step;
    }

    /** The smallest of 1, 2, 5, 10, 20, 50... that is not below; at least 1. */
    private static double roundStep(double least) {
        double power = Math.pow(10, Math.max(0, Math.floor(Math.log10(least))));
        return DoubleStream.of(1, 2, 5, 10)
                .map(digit -> digit * power)
                .filter(step -> step >= least)
                .findFirst()
                .orElse(10 * power);
    }

    static String svg(BacktestResult result) {
        return new EquityChart(result).draw();
    }

    private String draw() {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" \
                font-family="sans-serif" font-size="12">
                <title>%3$s</title>
                <rect width="%1$d" height="%2$d" fill="#ffffff"/>
                <text x="%4$d" y="28" font-size="15" fill="#1f2933">%3$s</text>
                %5$s%6$s%7$s<polyline fill="none" stroke="#1f5fa8" stroke-width="1.8" points="%8$s"/>
                </svg>
                """
                .formatted(WIDTH, HEIGHT, title(), LEFT, rows(), columns(), start(), line());
    }

    private String title() {
        return escaped("%s: value of a %s portfolio, USD, %s to %s"
                .formatted(result.label(), result.strategy(), result.from(), result.to()));
    }

    private String rows() {
        StringBuilder rows = new StringBuilder();
        for (double value = low; value < high + step / 2; value += step) {
            rows.append(String.format(
                    Locale.ROOT,
                    """
                    <line x1="%d" x2="%d" y1="%.1f" y2="%.1f" stroke="#e3e8ee"/>
                    <text x="%d" y="%.1f" text-anchor="end" fill="#52606d">%,.0f</text>
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

    private String columns() {
        StringBuilder columns = new StringBuilder();
        long days = ChronoUnit.DAYS.between(result.from(), result.to());
        for (int i = 0; i <= COLUMNS; i++) {
            LocalDate day = result.from().plusDays(days * i / COLUMNS);
            columns.append(String.format(
                    Locale.ROOT,
                    """
                    <text x="%.1f" y="%d" text-anchor="middle" fill="#52606d">%s</text>
                    """,
                    x(day),
                    HEIGHT - BOTTOM + 20,
                    day));
        }
        return columns.toString();
    }

    /** A dashed line at the balance of the beginning. */
    private String start() {
        double y = y(result.initialBalance().doubleValue());
        return String.format(
                Locale.ROOT,
                """
                <line x1="%d" x2="%d" y1="%.1f" y2="%.1f" stroke="#9aa5b1" stroke-dasharray="4 4"/>
                """,
                LEFT,
                WIDTH - RIGHT,
                y,
                y);
    }

    private String line() {
        return result.equity().stream()
                .map(point -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        x(point.day()),
                        y(point.value().doubleValue())))
                .collect(Collectors.joining(" "));
    }

    private double x(LocalDate day) {
        double days = Math.max(1, ChronoUnit.DAYS.between(result.from(), result.to()));
        return LEFT + (WIDTH - RIGHT - LEFT - 30.0) * ChronoUnit.DAYS.between(result.from(), day) / days;
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * (value - low) / (high - low);
    }

    private static List<Double> values(BacktestResult result) {
        List<Double> values = new ArrayList<>();
        values.add(result.initialBalance().doubleValue());
        result.equity().stream()
                .map(DailyValue::value)
                .map(BigDecimal::doubleValue)
                .forEach(values::add);
        return values;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
