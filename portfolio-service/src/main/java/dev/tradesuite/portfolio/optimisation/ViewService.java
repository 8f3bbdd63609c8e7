package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.quant.optimiser.Allocation;
import dev.tradesuite.quant.optimiser.BlackLitterman;
import dev.tradesuite.quant.optimiser.Constraints;
import dev.tradesuite.quant.optimiser.MeanVariance;
import dev.tradesuite.quant.optimiser.ReturnView;
import dev.tradesuite.quant.optimiser.Universe;
import java.util.List;
import java.util.Map;

/** What to expect after views (Black and Litterman). Safe for many threads. */
public final class ViewService {

    private final AssetMomentsReader reader;
    private final WorkLimit limit;

    ViewService(AssetMomentsReader reader, WorkLimit limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /**
     * What is asked for.
     *
     * @param views opinions, at least one
     * @param marketWeights by code, for the prior of a market in balance; empty for the estimate
     * @param riskAversion of that market, and of the weights
     * @param tau weight of the prior's uncertainty
     */
    public record Question(
            AssetData data,
            MomentModels models,
            List<ReturnView> views,
            Map<String, Double> marketWeights,
            double riskAversion,
            double tau) {}

    /**
     * What to expect.
     *
     * @param prior without the views
     * @param posterior after them
     * @param weights largest quadratic utility of the posterior, long only
     */
    public record Outcome(Universe prior, Universe posterior, Allocation weights, List<String> warnings) {}

    /**
     * Returns and covariance after views.
     *
     * @throws dev.tradesuite.support.problem.ProblemException UNKNOWN_CODE, NOT_POSITIVE_DEFINITE for certain views
     *     that contradict, and what the data is refused for
     */
    public Outcome learn(Question question) {
        return limit.run(() -> QuantRefusal.asProblem(() -> compute(question)));
    }

    private Outcome compute(Question question) {
        AssetMoments moments = reader.read(question.data(), question.models());
        List<String> codes = moments.universe().codes();
        question.views().forEach(view -> ConstraintBuilder.requireKnown(codes, view.portfolio()));
        ConstraintBuilder.requireKnown(codes, question.marketWeights());
        Universe prior = question.marketWeights().isEmpty() ? moments.universe() : inBalance(moments, question);
        Universe posterior = BlackLitterman.posterior(prior, question.views(), question.tau());
        return new Outcome(
                prior,
                posterior,
                MeanVariance.of(posterior, Constraints.of(codes)).maxQuadraticUtility(question.riskAversion()),
                moments.warnings());
    }

    private static Universe inBalance(AssetMoments moments, Question question) {
        List<String> codes = moments.universe().codes();
        return Universe.of(
                codes,
                BlackLitterman.equilibriumReturns(
                        moments.universe().covariance(),
                        ConstraintBuilder.inOrder(codes, question.marketWeights()),
                        question.riskAversion(),
                        question.models().riskFreeRate()),
                moments.universe().covariance());
    }
}
