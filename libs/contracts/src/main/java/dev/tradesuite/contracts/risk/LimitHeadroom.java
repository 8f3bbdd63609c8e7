package dev.tradesuite.contracts.risk;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How near an account is to one of its limits, without any new trade.
 *
 * @param name which limit
 * @param level safe, warning from 70 % of the limit on, critical beyond it or when it cannot be measured
 * @param measured value measured; absent when it cannot be computed or there is nothing to measure, {@code message}
 *     says which
 * @param limit value it may not exceed
 * @param headroom limit minus measured; negative when exceeded; absent with measured
 * @param unit of measured, limit and headroom: {@code percent} or {@code ratio}
 * @param reason code of {@link RiskReason}
 * @param message the reason with the figures of this account
 */
public record LimitHeadroom(
        RiskLimitName name,
        RiskLevel level,
        @Nullable BigDecimal measured,
        BigDecimal limit,
        @Nullable BigDecimal headroom,
        String unit,
        RiskReason reason,
        String message) {}
