package dev.tradesuite.contracts.risk;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One check.
 *
 * @param check which
 * @param passed whether it allows the trade
 * @param level safe, warning or critical
 * @param measured value measured; absent when it cannot be computed, {@code reason} says why
 * @param limit value it may not exceed; for the stop check the bound that matters
 * @param headroom limit minus measured; negative when exceeded
 * @param unit of measured, limit and headroom: {@code percent}, {@code ratio} or {@code pips}
 * @param reason code of {@link RiskReason}
 * @param message the reason with the figures of this case
 */
public record RiskCheckResult(
        RiskCheckName check,
        boolean passed,
        RiskLevel level,
        @Nullable BigDecimal measured,
        @Nullable BigDecimal limit,
        @Nullable BigDecimal headroom,
        String unit,
        RiskReason reason,
        String message) {}
