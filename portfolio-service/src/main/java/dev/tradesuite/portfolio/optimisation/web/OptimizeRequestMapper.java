package dev.tradesuite.portfolio.optimisation.web;

import dev.tradesuite.contracts.portfolio.OptimizeRequest;
import dev.tradesuite.portfolio.optimisation.AssetData;
import dev.tradesuite.portfolio.optimisation.Objective;
import dev.tradesuite.portfolio.optimisation.OptimisationRequest;
import dev.tradesuite.portfolio.optimisation.QuantRefusal;
import dev.tradesuite.portfolio.optimisation.WeightRules;
import java.util.Map;
import java.util.Optional;

/** Reads a request for weights; {@link AssetDataMapper} and the other mappers read its parts. */
final class OptimizeRequestMapper {

    private OptimizeRequestMapper() {}

    /**
     * The request.
     *
     * @param hash SHA-256 of it as it came
     * @throws dev.tradesuite.support.problem.ProblemException when it is not valid
     */
    static OptimisationRequest request(OptimizeRequest request, String hash) {
        FieldFaults faults = new FieldFaults();
        UnusedFields.check(request, faults);
        faults.raise();
        Objective objective = QuantRefusal.asProblem(() -> ObjectiveMapper.objective(request));
        WeightRules rules = RulesMapper.rules(request.constraints());
        UnusedFields.checkConstraints(request, objective.keeps(), rules, faults);
        faults.raise();
        AssetData data = AssetDataMapper.data(request.data());
        return new OptimisationRequest(
                objective,
                data,
                ModelsMapper.models(UnusedFields.stated(request)),
                rules,
                ModelsMapper.or(request.confidence(), ModelsMapper.USUAL_CONFIDENCE),
                new OptimisationRequest.Holding(
                        request.currentWeights() == null ? Map.of() : request.currentWeights(),
                        Optional.ofNullable(request.buyingPower())),
                hash);
    }
}
