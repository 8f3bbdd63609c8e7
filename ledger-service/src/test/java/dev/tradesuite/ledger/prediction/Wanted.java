package dev.tradesuite.ledger.prediction;

import dev.tradesuite.accounting.prediction.MarketOutcome;
import dev.tradesuite.accounting.prediction.OutcomeQuote;
import dev.tradesuite.accounting.prediction.OutcomeTerms;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.prediction.PortfolioOrderService.Batch;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders and prices for tests; every market asks the same, and its outcome is Yes. */
public final class Wanted {

    public static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
    public static final UUID CYCLE = UUID.fromString("0197a1f0-0000-7000-8000-00000000000c");

    private Wanted() {}

    /** A buy whose shares could be sold for a cent less. */
    public static WantedOrder buy(String market, String price, String stake) {
        return leg(null, market, price, stake);
    }

    /** A buy that is a leg of a set. */
    static WantedOrder leg(@Nullable String set, String market, String price, String stake) {
        BigDecimal ask = new BigDecimal(price);
        return new WantedOrder(
                new OutcomeTerms(
                        Side.BUY,
                        yes(market),
                        new BigDecimal(stake),
                        ask,
                        ask.subtract(new BigDecimal("0.01")),
                        null,
                        BigDecimal.ZERO,
                        RunLabel.PAPER,
                        "a test"),
                set);
    }

    /** A buy of what nobody would buy back. */
    static WantedOrder withoutBid(String market, String price, String stake) {
        return changed(buy(market, price, stake), null, BigDecimal.ZERO);
    }

    static WantedOrder withFee(WantedOrder order, String feePercent) {
        return changed(order, order.terms().exitPrice(), new BigDecimal(feePercent));
    }

    private static WantedOrder changed(WantedOrder order, @Nullable BigDecimal exitPrice, BigDecimal feePercent) {
        OutcomeTerms terms = order.terms();
        return new WantedOrder(
                new OutcomeTerms(
                        terms.side(),
                        terms.market(),
                        terms.stake(),
                        terms.price(),
                        exitPrice,
                        terms.quotedAt(),
                        feePercent,
                        terms.label(),
                        terms.because()),
                order.set());
    }

    static WantedOrder sell(String market, String price) {
        return new WantedOrder(
                new OutcomeTerms(
                        Side.SELL,
                        yes(market),
                        null,
                        new BigDecimal(price),
                        null,
                        null,
                        BigDecimal.ZERO,
                        RunLabel.PAPER,
                        "a test"),
                null);
    }

    static OutcomeQuote bid(String market, String bid, Instant at) {
        return new OutcomeQuote(market, "Yes", new BigDecimal(bid), at, null);
    }

    static OutcomeQuote won(String market, String winner, Instant at) {
        BigDecimal payout = winner.equals("Yes") ? BigDecimal.ONE : BigDecimal.ZERO;
        return new OutcomeQuote(market, "Yes", null, at, payout);
    }

    static Batch batch(WantedOrder... orders) {
        return batch(List.of(), orders);
    }

    static Batch batch(List<OutcomeQuote> prices, WantedOrder... orders) {
        return new Batch(prices, List.of(orders), Map.of());
    }

    private static MarketOutcome yes(String market) {
        return new MarketOutcome(market, "Will it?", "Yes");
    }
}
