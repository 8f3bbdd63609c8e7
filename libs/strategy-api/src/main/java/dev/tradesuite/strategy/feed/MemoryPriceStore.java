package dev.tradesuite.strategy.feed;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.strategy.feed.PriceWindows.OutcomeKey;
import dev.tradesuite.strategy.feed.PriceWindows.PriceWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A memory that ends with the program: for a replay, whose markets are few. */
public final class MemoryPriceStore implements PriceStore {

    private final Duration kept;
    private final Map<OutcomeKey, Series> series = new ConcurrentHashMap<>();

    /** @param kept how far back prices are remembered; zero: not at all */
    public MemoryPriceStore(Duration kept) {
        this.kept = kept;
    }

    @Override
    public void remember(MarketSnapshot snapshot) {
        if (kept.isZero()) {
            return;
        }
        for (MarketEvent event : snapshot.events()) {
            for (Market market : event.markets()) {
                for (Outcome outcome : market.outcomes()) {
                    if (outcome.price() != null) {
                        series.computeIfAbsent(new OutcomeKey(market.id(), outcome.name()), _ -> new Series())
                                .add(market.at(), outcome.price().doubleValue());
                    }
                }
            }
        }
        Instant oldest = snapshot.takenAt().minus(kept);
        series.values().removeIf(prices -> prices.isEmptyWithout(oldest));
    }

    @Override
    public PriceWindows before(Collection<Market> markets, Duration time) {
        Map<OutcomeKey, PriceWindow> windows = new HashMap<>();
        for (Market market : markets) {
            for (Outcome outcome : market.outcomes()) {
                OutcomeKey key = new OutcomeKey(market.id(), outcome.name());
                Series prices = series.get(key);
                if (prices != null) {
                    windows.put(key, prices.window(market.at().minus(time), market.at()));
                }
            }
        }
        return PriceWindows.of(windows);
    }

    private record PastPrice(Instant at, double price) {}

    private static final class Series {

        private final ArrayDeque<PastPrice> prices = new ArrayDeque<>();

        synchronized void add(Instant at, double price) {
            PastPrice latest = prices.peekLast();
            if (latest == null || !at.isBefore(latest.at.plus(SPACING))) {
                prices.addLast(new PastPrice(at, price));
            }
        }

        synchronized boolean isEmptyWithout(Instant oldest) {
            while (!prices.isEmpty() && prices.getFirst().at.isBefore(oldest)) {
                prices.removeFirst();
            }
            return prices.isEmpty();
        }

        synchronized PriceWindow window(Instant from, Instant until) {
            int count = 0;
            double sum = 0;
            for (PastPrice past : prices) {
                if (!past.at.isBefore(from) && past.at.isBefore(until)) {
                    count++;
                    sum += past.price;
                }
            }
            return count == 0 ? PriceWindow.EMPTY : new PriceWindow(count, sum / count);
        }
    }
}
