package dev.tradesuite.contracts.portfolio;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;

/**
 * What assets that move together may have together.
 *
 * @param above correlation from which on two assets belong together, also by way of a third; absent: 0.6
 * @param max largest sum of their weights; absent: 0.5
 */
public record CorrelatedLimit(@Nullable @DecimalMin("-1") @DecimalMax("1") Double above, @Nullable Double max) {}
