package dev.tradesuite.contracts.risk;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A person changes all limits of an account. {@code PUT /api/v1/risk/limits/{account}}, scope {@code risk:admin}.
 *
 * @param dailyLossPercent of day-start equity
 * @param drawdownPercent of the high-water mark
 * @param positionSizePercent loss at the stop, of equity
 * @param marginPercent used and required margin, of equity
 * @param correlation rolling correlation x sides; 1 switches the limit off
 * @param currencyExposurePercent net exposure in one currency, of equity
 * @param reason why; recorded with the name of the person; absent: not stated
 */
public record ChangeLimitsRequest(
        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("100") BigDecimal dailyLossPercent,
        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("100") BigDecimal drawdownPercent,
        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("100") BigDecimal positionSizePercent,
        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("100") BigDecimal marginPercent,
        @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal correlation,
        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("100000") BigDecimal currencyExposurePercent,
        @Nullable @Size(min = 1, max = 500) String reason) {}
