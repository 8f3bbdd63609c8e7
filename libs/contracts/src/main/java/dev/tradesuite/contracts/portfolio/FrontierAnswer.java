package dev.tradesuite.contracts.portfolio;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The efficient frontier, the least volatility first.
 *
 * @param requestId of the answer
 * @param inputHash SHA-256 of the request and of the figures it was computed from
 * @param points equally far from one another in return
 * @param corners between two neighbours every efficient portfolio is a mix of both; absent with further constraints
 *     than bounds
 * @param cornersUnavailable why there are none
 * @param data what it rests on
 * @param warnings what should be known
 * @param elapsedMs time of the computation
 */
public record FrontierAnswer(
        UUID requestId,
        String inputHash,
        List<FrontierPortfolio> points,
        @Nullable List<FrontierPortfolio> corners,
        @Nullable String cornersUnavailable,
        OptimizationDataReport data,
        List<String> warnings,
        double elapsedMs) {}
