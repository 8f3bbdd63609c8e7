package dev.tradesuite.sizing.position;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingReason;
import dev.tradesuite.instruments.Instrument;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Place the stop k x ATR away, as far as the market usually moves, then lose a fixed share of the equity there.
 *
 * @param risk share of the equity
 * @param range how the market moves; without it the trade is refused
 */
public record Volatility(RiskPercent risk, @Nullable Range range) implements SizingMethod {

    /**
     * How far the market usually moves.
     *
     * @param atr average true range in price units, at least 0
     * @param multiplier k, above 0
     */
    public record Range(BigDecimal atr, BigDecimal multiplier) {

        /** Two average ranges away: outside of the noise of one bar. */
        public static final BigDecimal DEFAULT_MULTIPLIER = BigDecimal.TWO;

        public Range {
            if (atr.signum() < 0 || multiplier.signum() <= 0) {
                throw new IllegalArgumentException("ATR must be at least 0 and its multiplier above 0, was "
                        + atr.toPlainString() + " and " + multiplier.toPlainString());
            }
        }
    }

    @Override
    public Intent intent(Instrument instrument, SizingAccount account) {
        if (range == null) {
            return nothing(SizingReason.ATR_MISSING, "volatility needs the average true range.");
        }
        if (range.atr.signum() == 0) {
            return nothing(
                    SizingReason.FLAT_MARKET, "The average true range of " + instrument.symbol() + " is 0: no stop.");
        }
        return FixedRisk.atStop(
                RiskStrategy.VOLATILITY,
                risk,
                instrument.priceToPips(range.atr.multiply(range.multiplier)),
                account,
                List.of());
    }

    private static Intent nothing(SizingReason cause, String message) {
        return new Intent.Nothing(RiskStrategy.VOLATILITY, Reason.of(cause, message), null);
    }
}
