package dev.tradesuite.sizing.position;

import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Pips;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lose a fixed share of the equity at the stop: amount at risk = equity x percent / 100.
 *
 * @param risk share of the equity
 * @param stop distance of the stop; without it the trade is refused
 */
public record FixedRisk(RiskPercent risk, @Nullable Pips stop) implements SizingMethod {

    @Override
    public Intent intent(Instrument instrument, SizingAccount account) {
        return stop == null
                ? new Intent.Nothing(RiskStrategy.FIXED_RISK, SizingRefusals.stopMissing("fixed_risk"), null)
                : atStop(RiskStrategy.FIXED_RISK, risk, stop, account, List.of());
    }

    /** The same rule at a stop that another method found. */
    static Intent atStop(
            RiskStrategy strategy, RiskPercent risk, Pips stop, SizingAccount account, List<Notice> notices) {
        BigDecimal fraction = risk.fraction();
        return new Intent.LoseAtMost(strategy, fraction, account.share(fraction), stop, null, notices);
    }
}
