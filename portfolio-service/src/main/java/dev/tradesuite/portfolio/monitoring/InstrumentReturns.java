package dev.tradesuite.portfolio.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Daily returns of an instrument.
 *
 * @param days by day, none of them without a close
 * @param askedAt when they were asked for
 */
public record InstrumentReturns(NavigableMap<LocalDate, Double> days, Instant askedAt) {

    public InstrumentReturns {
        days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
    }

    /** Returns between neighbouring closes: close / close before - 1. */
    public static InstrumentReturns ofCloses(NavigableMap<LocalDate, Double> closes, Instant askedAt) {
        NavigableMap<LocalDate, Double> days = new TreeMap<>();
        double before = Double.NaN;
        for (var close : closes.entrySet()) {
            if (before > 0) {
                days.put(close.getKey(), close.getValue() / before - 1);
            }
            before = close.getValue();
        }
        return new InstrumentReturns(days, askedAt);
    }
}
