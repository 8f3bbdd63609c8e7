package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.orchestrator.order.ClosingPrice;
import dev.tradesuite.orchestrator.order.ClosingPrices;
import dev.tradesuite.orchestrator.order.MarketPrices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The newest prices of the brain, asked for once for all requests of a moment; where the brain has none, or does not
 * answer, those this service has heard of. Safe for many threads.
 */
public final class SharedPrices implements StoredPrices, MarketPrices {

    private final StoredPrices brain;
    private final ClosingPrices heard;
    private final Duration sharedFor;
    private final Clock clock;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();

    /** @param sharedFor how long an answer serves others */
    public SharedPrices(StoredPrices brain, ClosingPrices heard, Duration sharedFor, Clock clock) {
        this.brain = brain;
        this.heard = heard;
        this.sharedFor = sharedFor;
        this.clock = clock;
    }

    @Override
    public Optional<ClosingPrice> newest(String symbol) {
        return newest(List.of(symbol)).stream()
                .findFirst()
                .map(stored -> new ClosingPrice(stored.price(), stored.at()));
    }

    @Override
    public List<StoredPrice> newest(List<String> symbols) {
        Instant now = clock.instant();
        List<String> unknown = symbols.stream()
                .filter(symbol -> {
                    Asked known = asked.get(symbol);
                    return known == null || !known.until.isAfter(now);
                })
                .toList();
        if (!unknown.isEmpty()) {
            ask(unknown, now.plus(sharedFor));
        }
        List<StoredPrice> prices = new ArrayList<>();
        for (String symbol : symbols) {
            Asked known = asked.get(symbol);
            if (known != null && known.price != null) {
                prices.add(known.price);
            }
        }
        return prices;
    }

    private void ask(List<String> symbols, Instant until) {
        Map<String, StoredPrice> found = brain.newest(symbols).stream()
                .collect(Collectors.toMap(StoredPrice::symbol, Function.identity(), (first, _) -> first));
        List<String> missing =
                symbols.stream().filter(symbol -> !found.containsKey(symbol)).toList();
        Map<String, ClosingPrice> own = missing.isEmpty() ? Map.of() : heard.newest(missing);
        for (String symbol : symbols) {
            ClosingPrice close = own.get(symbol);
            StoredPrice price = found.get(symbol);
            asked.put(
                    symbol,
                    new Asked(
                            price == null && close != null ? new StoredPrice(symbol, close.price(), close.at()) : price,
                            until));
        }
    }

    /**
     * An answer.
     *
     * @param price absent when there is none
     * @param until when it is asked for again
     */
    private record Asked(@Nullable StoredPrice price, Instant until) {}
}
