package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.portfolio.CorrelationWindow;
import java.time.LocalDate;
import java.util.OptionalInt;

/** How long windows are. */
final class CorrelationDays {

    /** Shares have 252 returns in 365 days, and holidays lie together. */
    private static final double DAYS_OF_A_RETURN = 1.6;

    private static final int HOLIDAYS = 10;

    private CorrelationDays() {}

    /** Daily returns of a window; empty for one of hourly returns. */
    static OptionalInt of(CorrelationWindow window) {
        return switch (window) {
            case DAYS_30 -> OptionalInt.of(30);
            case DAYS_90 -> OptionalInt.of(90);
            case DAYS_365 -> OptionalInt.of(365);
            case HOURS_OF_10_DAYS -> OptionalInt.empty();
        };
    }

    /** A day from which on so many returns can be expected also where markets rest at weekends. */
    static LocalDate start(LocalDate to, int returns) {
        return to.minusDays(Math.round(returns * DAYS_OF_A_RETURN) + HOLIDAYS);
    }
}
