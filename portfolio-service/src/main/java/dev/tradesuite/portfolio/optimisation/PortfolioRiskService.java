package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.risk.DrawdownRisk;
import dev.tradesuite.quant.risk.HistoricalStress;
import dev.tradesuite.quant.risk.RiskContributions;
import dev.tradesuite.quant.risk.StressLoss;
import dev.tradesuite.quant.risk.TailLevel;
import dev.tradesuite.quant.risk.ValueAtRisk;
import dev.tradesuite.support.problem.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What given weights can lose. Safe for many threads. */
public final class PortfolioRiskService {

    private final AssetMomentsReader reader;
    private final WorkLimit limit;

    PortfolioRiskService(AssetMomentsReader reader, WorkLimit limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /**
     * What is asked for.
     *
     * @param weights by code; what is not named is 0
     * @param level confidence and horizon of tails
     * @param seed of drawn paths
     * @param shocks of factors, which are assets of the data; empty for none
     * @param worst how many stretches of the past are told
     */
    public record Question(
            AssetData data,
            MomentModels models,
            Map<String, Double> weights,
            TailLevel level,
            long seed,
            Map<String, Double> shocks,
            int worst) {}

    /**
     * The risk.
     *
     * @throws ProblemException METHOD_DOES_NOT_FIT without returns, UNKNOWN_CODE, DATES_DO_NOT_OVERLAP, CONSTANT_SERIES
     *     without any risk, and what the data is refused for
     */
    public PortfolioRisk measure(Question question) {
        return limit.run(() -> QuantRefusal.asProblem(() -> compute(question)));
    }

    private PortfolioRisk compute(Question question) {
        AssetMoments moments = reader.read(question.data(), question.models());
        ReturnTable returns = moments.returns()
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.METHOD_DOES_NOT_FIT,
                        "Risk is measured on returns: send prices or returns, or name registered strategies"));
        ConstraintBuilder.requireKnown(returns.codes(), question.weights());
        double[] all = ConstraintBuilder.inOrder(returns.codes(), question.weights());
        int[] held = IntStream.range(0, all.length).filter(i -> all[i] != 0).toArray();
        double[] weights = Arrays.stream(held).mapToDouble(i -> all[i]).toArray();
        ReturnTable complete = complete(returns, held);
        double[] portfolio = complete.portfolio(weights);
        double confidence = question.level().confidence();
        return new PortfolioRisk(
                complete.codes(),
                ValueAtRisk.all(portfolio, question.level(), question.seed()),
                RiskContributions.volatility(moments.universe().covariance().part(held), weights),
                portfolio.length * (1 - confidence) < 1
                        ? Optional.empty()
                        : Optional.of(RiskContributions.historicalExpectedShortfall(complete, weights, confidence)),
                DrawdownRisk.of(portfolio, confidence),
                new PortfolioRisk.Stress(
                        HistoricalStress.worst(complete, weights, 1, question.worst()),
                        weeks(complete, weights, question.worst()),
                        question.shocks().isEmpty()
                                ? Optional.empty()
                                : Optional.of(FactorShock.of(returns, question.weights(), question.shocks()))),
                moments.quality(),
                moments.warnings());
    }

    private static ReturnTable complete(ReturnTable returns, int[] held) {
        if (held.length == 0) {
            throw new ProblemException(ProblemCode.NO_ASSETS, "All weights are 0");
        }
        ReturnTable complete = returns.select(held).complete();
        if (complete.periods() < 2) {
            throw new ProblemException(
                    ProblemCode.DATES_DO_NOT_OVERLAP,
                    "There are no two periods in which all that is held has a return");
        }
        return complete;
    }

    private static List<StressLoss> weeks(ReturnTable complete, double[] weights, int worst) {
        return complete.periods() < HistoricalStress.WEEK
                ? List.of()
                : HistoricalStress.worst(complete, weights, HistoricalStress.WEEK, worst);
    }
}
