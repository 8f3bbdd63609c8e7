package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;

/**
 * A stake in an outcome of a prediction market: paid in full, so it can lose exactly itself, and takes itself as
 * margin.
 *
 * <p>It is no position in an instrument: it has no pips, no currency legs and no returns to correlate.
 *
 * @param marketId market at its venue
 * @param amount USD that can be lost, costs included
 */
public record ProposedStake(String marketId, BigDecimal amount) implements Proposal {

    private static final String CURRENCY = "USD";

    public ProposedStake {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("a stake must be above 0, was " + amount.toPlainString());
        }
    }

    @Override
    public String symbol() {
        return marketId;
    }

    /** An outcome is bought; selling one is a {@link ProposedExit}. */
    @Override
    public Side side() {
        return Side.BUY;
    }

    @Override
    public OrderSize size() {
        return new OrderSize.Notional(amount);
    }

    @Override
    public Figure lossAtStop(String currency) {
        return figure(currency);
    }

    @Override
    public Figure margin(String currency) {
        return figure(currency);
    }

    @Override
    public Figure notional(String currency) {
        return figure(currency);
    }

    private Figure figure(String currency) {
        return currency.equals(CURRENCY)
                ? Figure.of(amount)
                : Figure.unknown(
                        RiskReason.CONVERSION_RATE_MISSING,
                        "stakes are in %s, the account is in %s".formatted(CURRENCY, currency));
    }
}
