package dev.tradesuite.contracts.portfolio;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Weights with what they are good for. {@code GET /api/v1/portfolio/optimizations/{id}} tells it again.
 *
 * @param requestId by which the answer is kept
 * @param inputHash SHA-256 of the request and of the figures it was computed from
 * @param methodAsked as asked
 * @param methodUsed the one that answered
 * @param methodReason code of why it is another one
 * @param methodSentence the reason in words
 * @param weights by code
 * @param performance of the weights
 * @param valueAtRisk of one period, where the data has returns
 * @param expectedShortfall of one period, where the data has returns
 * @param riskContributions parts of the volatility by code, which sum to 1
 * @param diversificationRatio mean volatility of the assets over that of the whole
 * @param bindingConstraints the dearest first
 * @param certificate proof
 * @param data what it rests on
 * @param buyingPowerCheck where buying power was told
 * @param warnings what should be known
 * @param elapsedMs time of the computation
 */
public record OptimizeAnswer(
        UUID requestId,
        String inputHash,
        OptimizationMethod methodAsked,
        OptimizationMethod methodUsed,
        @Nullable String methodReason,
        @Nullable String methodSentence,
        Map<String, Double> weights,
        OptimizedPerformance performance,
        @Nullable TailFigure valueAtRisk,
        @Nullable TailFigure expectedShortfall,
        Map<String, Double> riskContributions,
        @Nullable Double diversificationRatio,
        List<BindingLimit> bindingConstraints,
        SolutionCertificate certificate,
        OptimizationDataReport data,
        @Nullable BuyingPowerCheck buyingPowerCheck,
        List<String> warnings,
        double elapsedMs) {}
