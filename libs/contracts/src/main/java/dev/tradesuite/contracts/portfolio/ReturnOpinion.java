package dev.tradesuite.contracts.portfolio;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An opinion on the expected return of a year: of one asset ({@code code}), of one above another ({@code code} and
 * {@code over}), or of several together ({@code coefficients}).
 *
 * @param code asset
 * @param over asset that is expected to earn less
 * @param coefficients by code, in place of the other two
 * @param expectedReturn of it, or its lead
 * @param confidence 0 (none) to 1 (certain), as Idzorek (2005) means it; absent: as sure as the estimate itself
 */
public record ReturnOpinion(
        @Nullable String code,
        @Nullable String over,
        @Nullable Map<String, @NotNull Double> coefficients,
        @NotNull Double expectedReturn,
        @Nullable @DecimalMin("0") @DecimalMax("1") Double confidence) {}
