package dev.tradesuite.portfolio.optimisation.web;

import dev.tradesuite.contracts.portfolio.ClusterMerge;
import dev.tradesuite.contracts.portfolio.HierarchicalAnswer;
import dev.tradesuite.contracts.portfolio.HierarchicalRequest;
import dev.tradesuite.portfolio.optimisation.HierarchyService;

/** Reads questions for the tree of assets and writes it. */
final class HierarchyMapper {

    private HierarchyMapper() {}

    static HierarchyService.Question question(HierarchicalRequest request) {
        ModelsMapper.Stated models = new ModelsMapper.Stated(
                null, request.riskModel(), request.frequency(), request.span(), null, request.benchmarkReturn());
        FieldFaults faults = new FieldFaults();
        ModelsMapper.check(models, request.data(), false, faults);
        faults.raise();
        return new HierarchyService.Question(
                AssetDataMapper.data(request.data()),
                ModelsMapper.models(models),
                ObjectiveMapper.linkage(request.linkage()),
                ObjectiveMapper.clusters(request.clusters()));
    }

    static HierarchicalAnswer answer(HierarchyService.Outcome outcome) {
        return new HierarchicalAnswer(
                outcome.moments().universe().codes(),
                outcome.order(),
                outcome.tree().merges().stream()
                        .map(merge -> new ClusterMerge(merge.first(), merge.second(), merge.distance(), merge.size()))
                        .toList(),
                outcome.members(),
                outcome.hrp().byCode(),
                outcome.herc().byCode(),
                outcome.nco().byCode(),
                OptimizeAnswerMapper.data(outcome.moments().quality()),
                outcome.moments().warnings());
    }
}
