package dev.tradesuite.strategy.feed;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Prices that outcomes had in the snapshots a controller has seen since it started. It is empty after a start and fills
 * while the controller runs. Safe for use by many threads.
 */
public final class PriceHistory {

    /** Observations of an outcome lie at least this far apart, which bounds the memory they take. */
    private static final Duration SPACING = Duration.ofMinutes(5);

    private final Duration kept;
    private final Map<Key, Series> series = new ConcurrentHashMap<>();

    /** @param kept how far back prices are remembered; zero: not at all */
    public PriceHistory(Duration kept) {
        this.kept = kept;
    }

    /** A history that remembers nothing. */
    public static PriceHistory none() {
        return new PriceHistory(Duration.ZERO);
    }

    /** Remembers the prices of a snapshot, and forgets what is too old. */
    public void add(MarketSnapshot snapshot) {
        if (kept.isZero()) {
            return;
        }
        for (MarketEvent event : snapshot.events()) {
            for (Market market : event.markets()) {
                for (Outcome outcome : market.outcomes()) {
                    if (outcome.price() != null) {
                        series.computeIfAbsent(new Key(market.id(), outcome.name()), _ -> new Series())
                                .add(market.at(), outcome.price().doubleValue());
                    }
                }
            }
        }
        Instant oldest = snapshot.takenAt().minus(kept);
        series.values().removeIf(prices -> prices.isEmptyWithout(oldest));
    }

    /** What is known of an outcome's price from a time, included, until another, excluded. */
    public Window window(String marketId, String outcome, Instant from, Instant until) {
        Series prices = series.get(new Key(marketId, outcome));
        return prices == null ? Window.EMPTY : prices.window(from, until);
    }

    /**
     * Prices of an outcome in some time.
     *
     * @param observations how many there are
     * @param mean of them; 0 without any
     */
    public record Window(int observations, double mean) {

        static final Window EMPTY = new Window(0, 0);
    }

    private record Key(String marketId, String outcome) {}

    private record Observation(Instant at, double price) {}

    private static final class Series {

        private final ArrayDeque<Observation> observations = new ArrayDeque<>();

        synchronized void add(Instant at, double price) {
            Observation latest = observations.peekLast();
            if (latest == null || !at.isBefore(latest.at.plus(SPACING))) {
                observations.addLast(new Observation(at, price));
            }
        }

        synchronized boolean isEmptyWithout(Instant oldest) {
            while (!observations.isEmpty() && observations.getFirst().at.isBefore(oldest)) {
                observations.removeFirst();
            }
            return observations.isEmpty();
        }

        synchronized Window window(Instant from, Instant until) {
            int count = 0;
            double sum = 0;
            for (Observation observation : observations) {
                if (!observation.at.isBefore(from) && observation.at.isBefore(until)) {
                    count++;
                    sum += observation.price;
                }
            }
            return count == 0 ? Window.EMPTY : new Window(count, sum / count);
        }
    }
}
