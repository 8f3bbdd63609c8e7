package dev.tradesuite.accounting.prediction;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Orders and prices for tests; every market asks the same, and its outcome is Yes. */
final class TestTerms {

    static final Instant NOW = Instant.parse("2026-03-04T10:00:00Z");
    static final UUID CYCLE = UUID.fromString("0197a1f0-0000-7000-8000-00000000000c");

    private TestTerms() {}

    /** A buy whose shares could be sold for a cent less. */
    static OutcomeTerms buy(String market, String price, String stake) {
        return buy(market, price, stake, "0");
    }

    static OutcomeTerms buy(String market, String price, String stake, String feePercent) {
        BigDecimal ask = new BigDecimal(price);
        return new OutcomeTerms(
                Side.BUY,
                yes(market),
                new BigDecimal(stake),
                ask,
                ask.subtract(new BigDecimal("0.01")),
                null,
                new BigDecimal(feePercent),
                RunLabel.PAPER,
                "a test");
    }

    /** A buy of what nobody would buy back. */
    static OutcomeTerms buyWithoutBid(String market, String price, String stake) {
        return new OutcomeTerms(
                Side.BUY,
                yes(market),
                new BigDecimal(stake),
                new BigDecimal(price),
                null,
                null,
                BigDecimal.ZERO,
                RunLabel.PAPER,
                "a test");
    }

    /** The same, at prices of that time. */
    static OutcomeTerms quotedAt(OutcomeTerms terms, Instant at) {
        return new OutcomeTerms(
                terms.side(),
                terms.market(),
                terms.stake(),
                terms.price(),
                terms.exitPrice(),
                at,
                terms.feePercent(),
                terms.label(),
                terms.because());
    }

    static OutcomeTerms sell(String market, String price, String feePercent) {
        return new OutcomeTerms(
                Side.SELL,
                yes(market),
                null,
                new BigDecimal(price),
                null,
                null,
                new BigDecimal(feePercent),
                RunLabel.PAPER,
                "a test");
    }

    static OutcomeQuote bid(String market, @Nullable String bid, Instant at) {
        return new OutcomeQuote(market, "Yes", bid == null ? null : new BigDecimal(bid), at, null);
    }

    /** The market is resolved, and the winner is Yes or another. */
    static OutcomeQuote won(String market, String winner, Instant at) {
        return resolved(market, winner.equals("Yes") ? "1" : "0", at);
    }

    static OutcomeQuote resolved(String market, String payout, Instant at) {
        return new OutcomeQuote(market, "Yes", null, at, new BigDecimal(payout));
    }

    private static MarketOutcome yes(String market) {
        return new MarketOutcome(market, "Will it?", "Yes");
    }
}
