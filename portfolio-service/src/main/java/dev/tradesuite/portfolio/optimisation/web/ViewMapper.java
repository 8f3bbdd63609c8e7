package dev.tradesuite.portfolio.optimisation.web;

import dev.tradesuite.contracts.portfolio.BlackLittermanAnswer;
import dev.tradesuite.contracts.portfolio.BlackLittermanRequest;
import dev.tradesuite.contracts.portfolio.CovarianceData;
import dev.tradesuite.portfolio.optimisation.QuantRefusal;
import dev.tradesuite.portfolio.optimisation.ViewService;
import dev.tradesuite.quant.optimiser.BlackLitterman;
import dev.tradesuite.quant.optimiser.Universe;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads views and writes what to expect after them. */
final class ViewMapper {

    private ViewMapper() {}

    static ViewService.Question question(BlackLittermanRequest request) {
        ModelsMapper.Stated models = new ModelsMapper.Stated(
                request.expectedReturnsModel(),
                request.riskModel(),
                request.frequency(),
                request.span(),
                request.riskFreeRate(),
                request.benchmarkReturn());
        FieldFaults faults = new FieldFaults();
        ModelsMapper.check(models, request.data(), false, faults);
        faults.raise();
        return new ViewService.Question(
                AssetDataMapper.data(request.data()),
                ModelsMapper.models(models),
                QuantRefusal.asProblem(() -> ObjectiveMapper.views(request.views())),
                request.marketWeights() == null ? Map.of() : request.marketWeights(),
                ModelsMapper.or(request.riskAversion(), 1),
                ModelsMapper.or(request.tau(), BlackLitterman.USUAL_TAU));
    }

    static BlackLittermanAnswer answer(ViewService.Outcome outcome) {
        Universe posterior = outcome.posterior();
        return new BlackLittermanAnswer(
                posterior.codes(),
                returns(outcome.prior()),
                returns(posterior),
                new CovarianceData(posterior.codes(), matrix(posterior), null),
                outcome.weights().byCode(),
                outcome.warnings());
    }

    private static Map<String, Double> returns(Universe universe) {
        double[] expected = universe.expectedReturns();
        Map<String, Double> byCode = new LinkedHashMap<>();
        for (int i = 0; i < expected.length; i++) {
            byCode.put(universe.codes().get(i), expected[i]);
        }
        return byCode;
    }

    private static List<List<Double>> matrix(Universe universe) {
        return Arrays.stream(universe.covariance().toArray())
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }
}
