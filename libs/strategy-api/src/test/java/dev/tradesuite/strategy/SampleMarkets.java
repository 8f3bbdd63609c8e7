package dev.tradesuite.strategy;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.Outcome;
import dev.tradesuite.market.Resolution;
import dev.tradesuite.market.TradeRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Markets for tests: liquid, with a spread of 0.01 around the price. */
public final class SampleMarkets {

    public static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    private static final BigDecimal HALF_SPREAD = new BigDecimal("0.005");

    private SampleMarkets() {}

    /** A snapshot with one event that has these markets. */
    public static MarketSnapshot snapshot(Market... markets) {
        return new MarketSnapshot(NOW, List.of(event("e", 50_000, markets)), List.of());
    }

    public static MarketEvent event(String id, long liquidity, Market... markets) {
        return new MarketEvent(
                id,
                "Event " + id,
                BigDecimal.valueOf(liquidity),
                BigDecimal.valueOf(100_000),
                true,
                true,
                List.of(markets));
    }

    /** A market that takes orders. */
    public static Market market(String id, String yes) {
        return market(id, yes, true, null);
    }

    /** The market at another time. */
    public static Market marketAt(Instant at, String id, String yes) {
        return market(id, yes, true, null, at);
    }

    public static Market market(String id, String yes, boolean tradable, @Nullable String winner) {
        return market(id, yes, tradable, winner, NOW);
    }

    /** A market of which the venue takes orders of so many shares at least. */
    public static Market marketFrom(String id, String yes, String minimumShares) {
        Market market = market(id, yes);
        return new Market(
                market.id(),
                market.eventId(),
                market.question(),
                market.outcomes(),
                market.liquidity(),
                market.volume(),
                true,
                null,
                new TradeRules(BigDecimal.ZERO, 1, new BigDecimal(minimumShares)),
                null,
                NOW);
    }

    private static Market market(String id, String yes, boolean tradable, @Nullable String winner, Instant at) {
        BigDecimal price = new BigDecimal(yes);
        BigDecimal no = BigDecimal.ONE.subtract(price);
        return new Market(
                id,
                "e",
                "Will " + id + " happen?",
                List.of(
                        new Outcome("Yes", price, price.subtract(HALF_SPREAD), price.add(HALF_SPREAD)),
                        new Outcome("No", no, no.subtract(HALF_SPREAD), no.add(HALF_SPREAD))),
                BigDecimal.valueOf(20_000),
                BigDecimal.valueOf(80_000),
                tradable,
                null,
                winner == null ? null : Resolution.wonBy(winner, List.of("Yes", "No")),
                at);
    }
}
