package dev.tradesuite.portfolio.optimisation.web;

import dev.tradesuite.contracts.portfolio.ExpectedReturnsModel;
import dev.tradesuite.contracts.portfolio.OptimizationData;
import dev.tradesuite.contracts.portfolio.RiskModel;
import dev.tradesuite.portfolio.optimisation.MomentModels;
import org.jspecify.annotations.Nullable;

/** Reads how moments are estimated. */
final class ModelsMapper {

    static final double USUAL_FREQUENCY = 252;
    static final double USUAL_SPAN = 500;
    static final double USUAL_RATE = 0.02;
    static final double USUAL_CONFIDENCE = 0.95;

    private ModelsMapper() {}

    /**
     * Models as a request states them.
     *
     * @param benchmark used besides semicovariance, by the method itself
     */
    record Stated(
            @Nullable ExpectedReturnsModel expectedReturns,
            @Nullable RiskModel risk,
            @Nullable Double frequency,
            @Nullable Double span,
            @Nullable Double riskFreeRate,
            @Nullable Double benchmark) {}

    static MomentModels models(Stated stated) {
        return new MomentModels(
                stated.expectedReturns() == null ? ExpectedReturnsModel.GEOMETRIC_MEAN : stated.expectedReturns(),
                stated.risk() == null ? RiskModel.SAMPLE : stated.risk(),
                or(stated.frequency(), USUAL_FREQUENCY),
                or(stated.span(), USUAL_SPAN),
                or(stated.riskFreeRate(), USUAL_RATE),
                or(stated.benchmark(), 0));
    }

    /**
     * Models that nothing would use.
     *
     * @param usesBenchmark whether the method itself looks at the benchmark
     */
    static void check(Stated stated, OptimizationData data, boolean usesBenchmark, FieldFaults faults) {
        if (isTold(data)) {
            String told = "data with expected_returns and covariance";
            faults.unused("expected_returns_model", stated.expectedReturns(), told);
            faults.unused("risk_model", stated.risk(), told);
            faults.unused("frequency", stated.frequency(), told);
            faults.unused("span", stated.span(), told);
        } else if (stated.expectedReturns() != ExpectedReturnsModel.EMA && stated.risk() != RiskModel.EXPONENTIAL) {
            faults.unused("span", stated.span(), "a model that is neither ema nor exponential");
        }
        if (!usesBenchmark && stated.risk() != RiskModel.SEMICOVARIANCE) {
            faults.unused("benchmark_return", stated.benchmark(), "neither the method nor the risk model");
        }
    }

    /** Whether the data tells moments instead of returns. */
    static boolean isTold(OptimizationData data) {
        return data.expectedReturns() != null || data.covariance() != null;
    }

    static double or(@Nullable Double stated, double usual) {
        return stated == null ? usual : stated;
    }
}
