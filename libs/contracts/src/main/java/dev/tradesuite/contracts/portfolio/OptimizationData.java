package dev.tradesuite.contracts.portfolio;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What there is to choose from: {@code registry}, {@code prices}, {@code returns}, or {@code expected_returns} together
 * with {@code covariance}.
 *
 * @param registry registered strategies
 * @param prices of assets
 * @param returns of assets, simple
 * @param expectedReturns of a year by code
 * @param covariance of a year
 */
public record OptimizationData(
        @Nullable @Valid RegistryData registry,
        @Nullable @Valid SeriesData prices,
        @Nullable @Valid SeriesData returns,
        @Nullable Map<String, @NotNull Double> expectedReturns,
        @Nullable @Valid CovarianceData covariance) {}
