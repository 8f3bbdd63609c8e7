package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.Protection;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.AssetClass;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.PriceCollar;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.TradeOrder.Venue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Orders in EURUSD for the account main, made at 10:00. */
public final class TestOrders {

    public static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");
    public static final Venue PAPER = new Venue("paper", RunLabel.PAPER);

    /** The collar as it is shipped. */
    public static final PriceCollar COLLAR = new PriceCollar(
            new BigDecimal("5"),
            Map.of(
                    AssetClass.FX, new BigDecimal("2"),
                    AssetClass.METAL, new BigDecimal("5"),
                    AssetClass.STOCK, new BigDecimal("10"),
                    AssetClass.CRYPTO, new BigDecimal("15")));

    private TestOrders() {}

    public static TradeOrder market(String lots) {
        return order(buy(lots));
    }

    public static TradeOrder protectedMarket(String lots, String stop, String target) {
        return order(buy(lots).protectedBy(Protection.of(new BigDecimal(stop), new BigDecimal(target))));
    }

    public static TradeOrder order(TradeTerms terms) {
        return TradeOrder.opened(UUID.randomUUID(), terms, origin(), PAPER, "me", TEN);
    }

    public static TradeTerms buy(String lots) {
        return TradeTerms.market("EURUSD", Side.BUY, Lots.of(lots));
    }

    public static TradeTerms limit(String lots, String price) {
        return TradeTerms.limit("EURUSD", Side.BUY, Lots.of(lots), new BigDecimal(price));
    }

    public static OrderOrigin origin() {
        return OrderOrigin.of("main", "USD", new BigDecimal("1.0835"), Map.of()).decidedBy(UUID.randomUUID());
    }

    public static OrderFill fill(UUID id, String lots, String price, String commission, Instant at) {
        return new OrderFill(
                id,
                Lots.of(lots),
                new BigDecimal(price),
                new BigDecimal(commission),
                new OrderFill.FillRate(BigDecimal.ONE, Map.of(), false),
                at);
    }

    /** The purchase of the samples, which decision 1 has made: 0.4 lots, filled in one go. */
    public static TradeOrder sampleFilled() {
        return sampleReserved()
                .submitted(TEN.plusMillis(20))
                .filled(fill(id(3), "0.4", "1.08355", "1.40", TEN.plusMillis(30)));
    }

    public static TradeOrder sampleReserved() {
        OrderOrigin origin = OrderOrigin.of("main", "USD", new BigDecimal("1.0835"), Map.of())
                .leveraged(new Leverage(new BigDecimal("30")))
                .wantedBy("breakout")
                .decidedBy(id(1));
        TradeTerms terms = buy("0.4").protectedBy(Protection.of(new BigDecimal("1.0785"), new BigDecimal("1.0935")));
        return TradeOrder.opened(id(2), terms, origin, PAPER, "me", TEN).reserved(TEN.plusMillis(10));
    }

    /** The stop that protects that purchase. */
    public static TradeOrder sampleStop() {
        TradeOrder entry = sampleFilled();
        TradeTerms terms = entry.terms().stopLoss(new BigDecimal("1.0785"), Lots.of("0.4"));
        return entry.leg(id(4), entry.clientOrderId() + "-SL1", terms, TEN.plusMillis(30))
                .submitted(TEN.plusMillis(30));
    }

    private static UUID id(int number) {
        return UUID.fromString("019b8d6c-0000-7000-8000-00000000000" + number);
    }
}
