package dev.tradesuite.portfolio.optimisation.web;

import dev.tradesuite.contracts.portfolio.AllocationCheck;
import dev.tradesuite.contracts.portfolio.BrokenConstraint;
import dev.tradesuite.contracts.portfolio.ValidateAllocationRequest;
import dev.tradesuite.portfolio.optimisation.AllocationCheckService;
import dev.tradesuite.portfolio.optimisation.WeightRules;
import java.util.Map;
import java.util.Optional;

/** Reads questions for broken constraints and writes those. */
final class AllocationCheckMapper {

    private AllocationCheckMapper() {}

    static AllocationCheckService.Question question(ValidateAllocationRequest request) {
        WeightRules rules = RulesMapper.rules(request.constraints());
        ModelsMapper.Stated models = new ModelsMapper.Stated(null, request.riskModel(), null, null, null, null);
        FieldFaults faults = new FieldFaults();
        if (request.data() == null) {
            faults.unused("risk_model", request.riskModel(), "a request without data");
            if (rules.together().isPresent()) {
                faults.required("data", null, "constraints.correlated");
            }
        } else {
            ModelsMapper.check(models, request.data(), false, faults);
        }
        if (rules.terms().isTrading()) {
            faults.required("current_weights", request.currentWeights(), "transaction_cost and turnover_max");
        } else {
            faults.unused("current_weights", request.currentWeights(), "a request without turnover_max");
        }
        faults.raise();
        return new AllocationCheckService.Question(
                request.weights(),
                Optional.ofNullable(request.data()).map(AssetDataMapper::data),
                ModelsMapper.models(models),
                rules,
                request.currentWeights() == null ? Map.of() : request.currentWeights());
    }

    static AllocationCheck answer(AllocationCheckService.Finding finding) {
        return new AllocationCheck(
                finding.broken().isEmpty(),
                finding.broken().stream()
                        .map(broken ->
                                new BrokenConstraint(broken.name(), broken.value(), broken.limit(), broken.excess()))
                        .toList(),
                finding.checked(),
                finding.warnings());
    }
}
