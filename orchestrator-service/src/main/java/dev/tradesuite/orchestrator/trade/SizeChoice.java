package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How the size of a trade is found.
 *
 * @param strategy arithmetic to use
 * @param riskPercent share of equity to lose at the stop, in percent; absent where the strategy needs none
 * @param lots size for {@code FIXED_LOT}, absent while it is stated as a notional
 * @param notional worth of the trade in the account currency, which decides the lots; absent otherwise
 * @param share fraction of the position that an exit closes, above 0 and at most 1; absent otherwise
 * @param kelly figures for {@code KELLY}
 * @param atrMultiplier k for {@code VOLATILITY}; absent: sizing's own
 */
public record SizeChoice(
        RiskStrategy strategy,
        @Nullable BigDecimal riskPercent,
        @Nullable Lots lots,
        @Nullable BigDecimal notional,
        @Nullable BigDecimal share,
        @Nullable KellyFigures kelly,
        @Nullable BigDecimal atrMultiplier) {

    /** So much of the equity is lost at the stop. */
    public static SizeChoice ofRisk(BigDecimal percent) {
        return new SizeChoice(RiskStrategy.FIXED_RISK, percent, null, null, null, null, null);
    }

    /** So many lots. */
    public static SizeChoice ofLots(Lots lots) {
        return new SizeChoice(RiskStrategy.FIXED_LOT, null, lots, null, null, null, null);
    }

    /** As many lots as are worth this in the account currency. */
    public static SizeChoice ofNotional(BigDecimal notional) {
        return new SizeChoice(RiskStrategy.FIXED_LOT, null, null, notional, null, null, null);
    }

    /** So much of the position, all of it for 1; an exit only. */
    public static SizeChoice ofShare(BigDecimal share) {
        return new SizeChoice(RiskStrategy.FIXED_LOT, null, null, null, share, null, null);
    }

    /**
     * Figures of closed trades.
     *
     * @param winRate share of winning trades, 0 to 1
     * @param payoffRatio mean win divided by mean loss
     * @param closedTrades number of trades the figures rest on
     * @param fraction of f* to use; absent: sizing's own
     */
    public record KellyFigures(double winRate, double payoffRatio, int closedTrades, @Nullable Double fraction) {}
}
