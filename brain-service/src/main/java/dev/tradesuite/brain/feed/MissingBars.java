package dev.tradesuite.brain.feed;

import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.instruments.SeriesKind;
import dev.tradesuite.instruments.TradingSession;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;

/**
 * Counts the bars that the open hours of a market should have brought.
 *
 * <p>Bars are laid end to end from the close of the newest one. A bar counts when it has closed and its market was open
 * in it; one of a day when a trading day ended in it, since the hours of a trading day touch two days of UTC.
 *
 * @param hours when markets are open
 * @param length of a bar
 */
public record MissingBars(MarketHours hours, Duration length) {

    /**
     * Bars missing in a stretch.
     *
     * @param from close of the newest bar
     * @param closedBy end of the stretch
     */
    public long count(Instrument instrument, Instant from, Instant closedBy) {
        long slots = Math.max(0, slotAt(from, closedBy.toEpochMilli()));
        if (slots == 0 || instrument.seriesKind() != SeriesKind.MARKET) {
            return slots;
        }
        Iterator<TradingSession> sessions = hours.sessions(
                        instrument, dateOf(from).minusDays(1), dateOf(closedBy).plusDays(1))
                .iterator();
        long missing = 0;
        long next = 0;
        while (sessions.hasNext()) {
            TradingSession session = sessions.next();
            long end = slotAt(from, session.close().toEpochMilli() - 1);
            long begin = isDaily() ? end : slotAt(from, session.open().toEpochMilli());
            long first = Math.max(next, begin);
            long last = Math.min(slots - 1, end);
            if (first <= last) {
                missing += last - first + 1;
                next = last + 1;
            }
        }
        return missing;
    }

    private boolean isDaily() {
        return length.compareTo(Duration.ofDays(1)) >= 0;
    }

    /** Number of the bar that holds a moment, the first after {@code from} being 0. */
    private long slotAt(Instant from, long epochMillis) {
        return Math.floorDiv(epochMillis - from.toEpochMilli(), length.toMillis());
    }

    private static LocalDate dateOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
