package dev.tradesuite.instruments;

import java.time.Duration;

/**
 * How much of a calendar year a market is open; figures of hours and days are made yearly ones with it.
 *
 * @param year calendar year
 * @param days trading days
 * @param open time from opening to close, over all of them
 */
public record TradingYear(int year, int days, Duration open) {

    private static final double SECONDS_OF_AN_HOUR = 3600;

    /** Hours the market is open. */
    public double hours() {
        return open.toSeconds() / SECONDS_OF_AN_HOUR;
    }
}
