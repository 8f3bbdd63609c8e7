package dev.tradesuite.backtest;

import dev.tradesuite.backtest.PastMarket.Quote;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.MarketSource;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.market.Resolution;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The markets as they were known at the cycle of the clock: the newest prices before it and none of a later time, and
 * what their outcomes pay from the day after the last price.
 *
 * <p>Every market is an event of its own, because the history does not group them. It has no liquidity and no volume of
 * the day either; both are 0.
 */
final class PastMarkets implements MarketSource {

    private final Map<String, PastMarket> markets;
    private final BigDecimal halfSpread;
    private final ReplayClock clock;

    PastMarkets(List<PastMarket> markets, BigDecimal halfSpread, ReplayClock clock) {
        this.markets = markets.stream()
                .collect(Collectors.toMap(PastMarket::id, Function.identity(), (a, _) -> a, LinkedHashMap::new));
        this.halfSpread = halfSpread;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "history";
    }

    @Override
    public RunLabel label() {
        return RunLabel.BACKTEST;
    }

    @Override
    public MarketSnapshot snapshot() {
        LocalDate today = clock.day();
        List<MarketEvent> events = markets.values().stream()
                .flatMap(past -> Stream.ofNullable(past.quotes().get(today)).map(quote -> event(past, quote)))
                .toList();
        return new MarketSnapshot(clock.instant(), events, List.of());
    }

    @Override
    public List<Market> markets(Collection<String> marketIds) {
        return marketIds.stream()
                .flatMap(id -> Stream.ofNullable(markets.get(id)))
                .flatMap(past -> known(past).stream())
                .toList();
    }

    /** What a share can be sold for at last; empty unless its market has ended and nothing tells what it pays. */
    Optional<BigDecimal> closingPrice(String marketId, String outcome) {
        return Optional.ofNullable(markets.get(marketId))
                .filter(past -> past.hasEnded(clock.day()) && past.resolution() == null)
                .flatMap(past -> Optional.ofNullable(past.last().prices().get(outcome)))
                .map(price -> price.subtract(halfSpread).max(BigDecimal.ZERO));
    }

    private Optional<Market> known(PastMarket past) {
        if (past.hasEnded(clock.day())) {
            return Optional.of(market(past, past.last(), false, past.resolution()));
        }
        Map.Entry<LocalDate, Quote> latest = past.quotes().floorEntry(clock.day());
        return Optional.ofNullable(latest)
                .map(entry -> market(past, entry.getValue(), entry.getKey().equals(clock.day()), null));
    }

    private MarketEvent event(PastMarket past, Quote quote) {
        Market market = market(past, quote, true, null);
        return new MarketEvent(
                market.eventId(), past.question(), BigDecimal.ZERO, BigDecimal.ZERO, true, false, List.of(market));
    }

    private Market market(PastMarket past, Quote quote, boolean open, @Nullable Resolution resolution) {
        return new Market(
                past.id(),
                past.id(),
                past.question(),
                past.outcomes().stream()
                        .map(name -> outcome(name, quote.prices().get(name), open))
                        .toList(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                open,
                null,
                resolution,
                quote.at());
    }

    private Outcome outcome(String name, @Nullable BigDecimal price, boolean open) {
        if (price == null || !open) {
            return new Outcome(name, price, null, null);
        }
        return new Outcome(name, price, offered(price.subtract(halfSpread)), offered(price.add(halfSpread)));
    }

    /** Nobody offers a share at 1 or more, nor bids nothing. */
    private static @Nullable BigDecimal offered(BigDecimal price) {
        return price.signum() > 0 && price.compareTo(BigDecimal.ONE) < 0 ? price : null;
    }
}
