package dev.tradesuite.backtest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A market with its price of every day.
 *
 * @param id market
 * @param question what it asks
 * @param outcomes names, in the venue's order
 * @param quotes prices of the days on which there were any
 * @param winner outcome that came true; absent when nothing tells
 * @param inferred whether the winner was taken from the last price
 */
record PastMarket(
        String id,
        String question,
        List<String> outcomes,
        NavigableMap<LocalDate, Quote> quotes,
        @Nullable String winner,
        boolean inferred) {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /**
     * Prices of one day.
     *
     * @param at time of the newest
     * @param prices of every outcome
     */
    record Quote(Instant at, Map<String, BigDecimal> prices) {

        Quote {
            prices = Map.copyOf(prices);
        }
    }

    /**
     * A market of its days.
     *
     * @param days prices as the file has them. Where every outcome is at one half the venue had no orders to make a
     *     price of: it shows the middle between nothing and everything, also for months after a market has ended. Such
     *     a day has no quote, nor has one on which an outcome is missing
     * @param named outcome that the history names; absent when it names none
     * @param settledFrom last price from which an outcome counts as come true
     */
    static Optional<PastMarket> of(
            String id,
            String question,
            List<String> outcomes,
            Map<LocalDate, Quote> days,
            @Nullable String named,
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
        if (named != null) {
            return Optional.of(new PastMarket(id, question, outcomes, quotes, named, false));
        }
        String inferred = quotes.lastEntry().getValue().prices().entrySet().stream()
                .max(Comparator.comparing(Map.Entry::getValue))
                .filter(last -> last.getValue().compareTo(settledFrom) >= 0)
                .map(Map.Entry::getKey)
                .orElse(null);
        return Optional.of(new PastMarket(id, question, outcomes, quotes, inferred, inferred != null));
    }

    LocalDate firstDay() {
        return quotes.firstKey();
    }

    LocalDate lastDay() {
        return quotes.lastKey();
    }

    boolean endedBefore(LocalDate day) {
        return lastDay().isBefore(day);
    }

    private static boolean allAtOneHalf(Quote quote) {
        return quote.prices().values().stream().allMatch(price -> price.compareTo(HALF) == 0);
    }
}
