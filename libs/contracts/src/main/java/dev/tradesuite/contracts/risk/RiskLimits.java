package dev.tradesuite.contracts.risk;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;

/**
 * Limits of an account. {@code GET | PUT /api/v1/risk/limits/{account}}; changing needs scope {@code risk:admin}.
 *
 * @param dailyLossPercent of day-start equity; default 5
 * @param drawdownPercent of the high-water mark; default 15
 * @param positionSizePercent loss at the stop, of equity; default 5
 * @param marginPercent used and required margin, of equity; default 80
 * @param correlation rolling correlation x sides; default 0.70, 1 switches the limit off
 * @param currencyExposurePercent net exposure in one currency, of equity; default 1,000
 */
public record RiskLimits(
        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("100") BigDecimal dailyLossPercent,
        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("100") BigDecimal drawdownPercent,
        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("100") BigDecimal positionSizePercent,
        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("100") BigDecimal marginPercent,
        @NotNull @DecimalMin("0") @DecimalMax("1") BigDecimal correlation,
        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("100000")
                BigDecimal currencyExposurePercent) {}
