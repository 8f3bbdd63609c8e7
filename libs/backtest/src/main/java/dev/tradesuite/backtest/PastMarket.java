package dev.tradesuite.backtest;

import dev.tradesuite.market.Resolution;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A market with the prices that the cycle of each day sees.
 *
 * @param id market
 * @param question what it asks
 * @param outcomes names, in the venue's order
 * @param quotes newest prices at the cycle of a day, none older than the cycle before; not empty
 * @param last its last prices, which may be of a time after its last cycle
 * @param resolution what its outcomes pay; absent when nothing tells
 * @param inferred whether that was taken from the last prices
 */
record PastMarket(
        String id,
        String question,
        List<String> outcomes,
        NavigableMap<LocalDate, Quote> quotes,
        Quote last,
        @Nullable Resolution resolution,
        boolean inferred) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /**
     * Prices of one moment.
     *
     * @param at time of the newest
     * @param prices of every outcome
     */
    record Quote(Instant at, Map<String, BigDecimal> prices) {

        Quote {
            prices = Map.copyOf(prices);
        }

        LocalDate day() {
            return LocalDate.ofInstant(at, ZoneOffset.UTC);
        }
    }

    /**
     * A market of its days; empty when no cycle sees a price of it.
     *
     * @param days prices by the cycle that sees them first. Where every outcome is at one half the venue had no orders
     *     to make a price of: it shows the middle between nothing and everything, also for months after a market has
     *     ended. Such a day has no quote, nor has one on which an outcome is missing
     * @param named what the history says its outcomes pay; absent when it says nothing
     * @param settledFrom last price from which an outcome counts as come true
     */
    static Optional<PastMarket> of(
            String id,
            String question,
            List<String> outcomes,
            Map<LocalDate, Quote> days,
            @Nullable Resolution named,
            BigDecimal settledFrom) {
        NavigableMap<LocalDate, Quote> quotes = new TreeMap<>();
        days.forEach((day, quote) -> {
            if (quote.prices().keySet().containsAll(outcomes) && !allAtOneHalf(quote)) {
                quotes.put(day, quote);
            }
        });
        if (quotes.isEmpty()) {
            return Optional.empty();
        }
        Quote last = quotes.lastEntry().getValue();
        // The market is over on the day after its last price, be that of midnight or of noon.
        quotes.tailMap(last.day().plusDays(1), true).clear();
        if (quotes.isEmpty()) {
            return Optional.empty();
        }
        if (named != null) {
            return Optional.of(new PastMarket(id, question, outcomes, quotes, last, named, false));
        }
        Resolution inferred = last.prices().entrySet().stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .filter(highest -> highest.getValue().compareTo(settledFrom) >= 0)
                .map(highest -> Resolution.wonBy(highest.getKey(), outcomes))
                .orElse(null);
        return Optional.of(new PastMarket(id, question, outcomes, quotes, last, inferred, inferred != null));
    }

    LocalDate firstDay() {
        return quotes.firstKey();
    }

    /** The day on which it is over. */
    LocalDate endsOn() {
        return last.day().plusDays(1);
    }

    boolean hasEnded(LocalDate day) {
        return !day.isBefore(endsOn());
    }

    private static boolean allAtOneHalf(Quote quote) {
        return quote.prices().values().stream().allMatch(price -> price.compareTo(HALF) == 0);
    }
}
