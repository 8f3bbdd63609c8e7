package dev.tradesuite.risk.check;

import dev.tradesuite.contracts.risk.RiskCheckName;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a check measured, beside its limit.
 *
 * @param measured value measured; absent when it cannot be computed
 * @param limit value it is compared with; absent when there is none
 * @param headroom room left before the limit, negative beyond it; absent with either of the two
 * @param unit of all three
 */
public record Reading(
        @Nullable BigDecimal measured, @Nullable BigDecimal limit, @Nullable BigDecimal headroom, Unit unit) {

    /** Units of measured values. */
    public enum Unit {
        PERCENT,
        RATIO,
        PIPS;

        /** Unit a check usually measures in. */
        static Unit of(RiskCheckName check) {
            return switch (check) {
                case DAILY_LOSS, DRAWDOWN, POSITION_SIZE, MARGIN -> PERCENT;
                case CORRELATION -> RATIO;
                case STOP_LOSS -> PIPS;
            };
        }
    }

    /** A value that must not be above its limit. */
    static Reading atMost(BigDecimal limit, BigDecimal measured, Unit unit) {
        return new Reading(measured, limit, limit.subtract(measured), unit);
    }

    /** A value that must not be below its limit. */
    static Reading atLeast(BigDecimal limit, BigDecimal measured, Unit unit) {
        return new Reading(measured, limit, measured.subtract(limit), unit);
    }

    /** A limit whose value cannot be measured. */
    static Reading unmeasured(@Nullable BigDecimal limit, Unit unit) {
        return new Reading(null, limit, null, unit);
    }
}
