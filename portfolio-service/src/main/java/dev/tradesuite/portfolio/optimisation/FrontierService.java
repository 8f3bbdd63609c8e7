package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import dev.tradesuite.quant.optimiser.Constraints;
import dev.tradesuite.quant.optimiser.MeanVariance;
import dev.tradesuite.support.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The efficient frontier of assets within constraints. Safe for many threads. */
public final class FrontierService {

    private final AssetMomentsReader reader;
    private final WorkLimit limit;

    FrontierService(AssetMomentsReader reader, WorkLimit limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /**
     * What is asked for.
     *
     * @param points of the frontier, at least 2
     * @param hash SHA-256 of the request as it came
     */
    public record Question(AssetData data, MomentModels models, WeightRules rules, int points, String hash) {}

    /**
     * The frontier.
     *
     * @throws dev.tradesuite.support.problem.ProblemException as {@link OptimisationService#optimise}
     */
    public FrontierResult frontier(Question question) {
        return limit.run(() -> QuantRefusal.asProblem(question.rules().defaults(), () -> compute(question)));
    }

    private FrontierResult compute(Question question) {
        long start = System.nanoTime();
        AssetMoments moments = reader.read(question.data(), question.models());
        List<String> warnings = new ArrayList<>(moments.warnings());
        Constraints constraints =
                new ConstraintBuilder(question.rules(), moments, warnings).build(Objective.Keeps.ALL, Map.of());
        MeanVariance portfolios = MeanVariance.of(moments.universe(), constraints);
        return new FrontierResult(
                Ids.next(),
                InputDigest.of(question.hash(), moments.universe()),
                moments.universe(),
                portfolios.frontier(question.points()),
                corners(portfolios),
                moments.quality(),
                new OptimisationResult.Notes(warnings, Duration.ofNanos(System.nanoTime() - start)));
    }

    private static FrontierResult.Corners corners(MeanVariance portfolios) {
        try {
            return new FrontierResult.Corners.Known(portfolios.corners());
        } catch (QuantException e) {
            if (e.problem() == QuantProblem.METHOD_DOES_NOT_FIT || e.problem() == QuantProblem.NOT_PROVEN) {
                return new FrontierResult.Corners.None(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }
}
