package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.quant.optimiser.Allocation;
import dev.tradesuite.quant.optimiser.Constraints;
import dev.tradesuite.support.Ids;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Chooses how much of each asset to hold. Safe for many threads. */
public final class OptimisationService {

    private final AssetMomentsReader reader;
    private final WorkLimit limit;

    OptimisationService(AssetMomentsReader reader, WorkLimit limit) {
        this.reader = reader;
        this.limit = limit;
    }

    /**
     * Weights with their proof and what they are good for.
     *
     * @throws dev.tradesuite.support.problem.ProblemException when there are none; never weights that break a
     *     constraint
     */
    public OptimisationResult optimise(OptimisationRequest request) {
        return limit.run(() -> QuantRefusal.asProblem(request.rules().defaults(), () -> compute(request)));
    }

    private OptimisationResult compute(OptimisationRequest request) {
        long start = System.nanoTime();
        Objective objective = request.objective();
        AssetMoments moments = WeightSolver.believed(objective, reader.read(request.data(), request.models()));
        List<String> warnings = new ArrayList<>(moments.warnings());
        ConstraintBuilder.requireKnown(
                moments.universe().codes(), request.holding().weights());
        Constraints constraints = new ConstraintBuilder(request.rules(), moments, warnings)
                .build(objective.keeps(), request.holding().weights());
        Allocation allocation = WeightSolver.solve(
                objective, moments, constraints, request.models().riskFreeRate());
        return new OptimisationResult(
                Ids.next(),
                InputDigest.of(request.hash(), moments.universe()),
                objective,
                allocation,
                AllocationFigures.of(moments, allocation.weights(), request.models(), request.confidence()),
                moments.quality(),
                request.holding()
                        .buyingPower()
                        .map(power -> BuyingPower.of(
                                power, allocation, request.holding().weights())),
                new OptimisationResult.Notes(warnings, Duration.ofNanos(System.nanoTime() - start)));
    }
}
