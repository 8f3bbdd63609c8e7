package dev.tradesuite.orchestrator.order;

import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders in EURUSD for the account main, made at 10:00. */
public final class TestOrders {

    public static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");

    private TestOrders() {}

    public static Order market(String lots) {
        return order(terms(Side.BUY, OrderType.MARKET, lots, null, Protection.NONE));
    }

    public static Order protectedMarket(String lots, String stop, String target) {
        return order(terms(
                Side.BUY, OrderType.MARKET, lots, null, new Protection(new BigDecimal(stop), new BigDecimal(target))));
    }

    public static Order order(OrderTerms terms) {
        return Order.opened(UUID.randomUUID(), terms, origin(), TEN);
    }

    public static OrderTerms terms(
            Side side, OrderType type, String lots, @Nullable String price, Protection protection) {
        return new OrderTerms(
                "EURUSD",
                side,
                type,
                Lots.of(lots),
                price == null ? null : new BigDecimal(price),
                null,
                false,
                protection);
    }

    public static OrderOrigin origin() {
        return new OrderOrigin(
                "main", "USD", new BigDecimal("1.0835"), Leverage.NOT_STATED, null, UUID.randomUUID(), null, Map.of());
    }
}
