package dev.tradesuite.quant.performance;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Return of a calendar month or year, from the last equity before it to its last one. The first and the last of a curve
 * may cover a part of theirs only.
 *
 * @param firstDay of the month or year
 * @param value 0.02 is a gain of 2 %
 */
public record CalendarReturn(LocalDate firstDay, double value) {

    /** Returns of the months a curve has points in, oldest first; empty when the capital is lost. */
    public static List<CalendarReturn> monthly(EquityCurve curve, ZoneId zone) {
        return by(curve, zone, day -> day.withDayOfMonth(1));
    }

    /** Returns of the years a curve has points in, oldest first; empty when the capital is lost. */
    public static List<CalendarReturn> yearly(EquityCurve curve, ZoneId zone) {
        return by(curve, zone, day -> day.withDayOfYear(1));
    }

    /** Share of these that are above zero. */
    public static Metric shareWithProfit(List<CalendarReturn> returns) {
        return returns.isEmpty()
                ? Metric.absent(MetricReason.NO_EQUITY)
                : Metric.of((double) returns.stream()
                                .filter(month -> month.value() > 0)
                                .count()
                        / returns.size());
    }

    private static List<CalendarReturn> by(EquityCurve curve, ZoneId zone, UnaryOperator<LocalDate> firstDay) {
        List<CalendarReturn> returns = new ArrayList<>();
        if (curve.isCapitalLost()) {
            return returns;
        }
        double before = curve.first();
        for (int i = 1; i < curve.size(); i++) {
            LocalDate period = firstDay.apply(day(curve, i, zone));
            if (i == curve.size() - 1
                    || !firstDay.apply(day(curve, i + 1, zone)).equals(period)) {
                returns.add(new CalendarReturn(period, curve.equity(i) / before - 1));
                before = curve.equity(i);
            }
        }
        return returns;
    }

    /** The day a point belongs to; at midnight it is the one that ends there. */
    private static LocalDate day(EquityCurve curve, int index, ZoneId zone) {
        return LocalDate.ofInstant(curve.time(index).minusMillis(1), zone);
    }
}
