package dev.tradesuite.sizing.position;

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
    public Intent intent(Instrument instrument, Account account) {
        return stop == null
                ? new Intent.Nothing(Strategy.FIXED_RISK, Refusal.stopMissing("fixed_risk"), null)
                : atStop(Strategy.FIXED_RISK, risk, stop, account, List.of());
    }

    /** The same rule at a stop that another method found. */
    static Intent atStop(Strategy strategy, RiskPercent risk, Pips stop, Account account, List<Notice> notices) {
        BigDecimal fraction = risk.fraction();
        return new Intent.LoseAtMost(strategy, fraction, account.share(fraction), stop, null, notices);
    }
}
