package dev.tradesuite.controller.history;

import dev.tradesuite.market.Market;
import dev.tradesuite.market.MarketEvent;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.market.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Markets for tests of the prices that are kept. */
public final class SlotMarkets {

    private SlotMarkets() {}

    public static MarketSnapshot snapshot(Instant at, Market... markets) {
        MarketEvent event =
                new MarketEvent("e", "Event", BigDecimal.ONE, BigDecimal.ONE, true, false, List.of(markets));
        return new MarketSnapshot(at, List.of(event), List.of());
    }

    /** A market whose NO has no price. */
    public static Market market(String id, String yes, long liquidity, Instant at) {
        return new Market(
                id,
                "e",
                "Will it?",
                List.of(new Outcome("Yes", new BigDecimal(yes), null, null), new Outcome("No", null, null, null)),
                BigDecimal.valueOf(liquidity),
                BigDecimal.ONE,
                true,
                null,
                null,
                at);
    }
}
