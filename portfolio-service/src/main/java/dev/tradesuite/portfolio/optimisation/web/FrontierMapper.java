package dev.tradesuite.portfolio.optimisation.web;

import dev.tradesuite.contracts.portfolio.FrontierAnswer;
import dev.tradesuite.contracts.portfolio.FrontierPortfolio;
import dev.tradesuite.contracts.portfolio.FrontierRequest;
import dev.tradesuite.portfolio.optimisation.FrontierResult;
import dev.tradesuite.portfolio.optimisation.FrontierResult.Corners;
import dev.tradesuite.portfolio.optimisation.FrontierService;
import dev.tradesuite.portfolio.optimisation.MomentModels;
import dev.tradesuite.portfolio.optimisation.WeightRules;
import dev.tradesuite.quant.optimiser.Allocation;
import dev.tradesuite.quant.optimiser.PortfolioPerformance;
import dev.tradesuite.quant.optimiser.Universe;
import java.util.List;
import java.util.Map;

/** Reads questions for the efficient frontier and writes it. */
final class FrontierMapper {

    static final int USUAL_POINTS = 50;

    private static final double HELD = 1e-9;

    private FrontierMapper() {}

    static FrontierService.Question question(FrontierRequest request, String hash) {
        ModelsMapper.Stated models = new ModelsMapper.Stated(
                request.expectedReturnsModel(),
                request.riskModel(),
                request.frequency(),
                request.span(),
                request.riskFreeRate(),
                request.benchmarkReturn());
        WeightRules rules = RulesMapper.rules(request.constraints());
        FieldFaults faults = new FieldFaults();
        ModelsMapper.check(models, request.data(), false, faults);
        if (rules.terms().isTrading() && request.constraints() != null) {
            faults.unused("constraints.transaction_cost", request.constraints().transactionCost(), "the frontier");
            faults.unused("constraints.turnover_max", request.constraints().turnoverMax(), "the frontier");
        }
        faults.raise();
        return new FrontierService.Question(
                AssetDataMapper.data(request.data()),
                ModelsMapper.models(models),
                rules,
                request.points() == null ? USUAL_POINTS : request.points(),
                hash);
    }

    static FrontierAnswer answer(FrontierResult result, MomentModels models) {
        double rate = models.riskFreeRate();
        List<FrontierPortfolio> corners =
                switch (result.corners()) {
                    case Corners.Known(var portfolios) -> portfolios(result.universe(), portfolios, rate);
                    case Corners.None _ -> List.of();
                };
        return new FrontierAnswer(
                result.id(),
                result.inputHash(),
                portfolios(result.universe(), result.points(), rate),
                result.corners() instanceof Corners.Known ? corners : null,
                result.corners() instanceof Corners.None(String why) ? why : null,
                OptimizeAnswerMapper.data(result.quality()),
                result.notes().warnings(),
                OptimizeAnswerMapper.millis(result.notes().elapsed()));
    }

    private static List<FrontierPortfolio> portfolios(Universe universe, List<Allocation> allocations, double rate) {
        return allocations.stream()
                .map(allocation -> portfolio(universe, allocation, rate))
                .toList();
    }

    private static FrontierPortfolio portfolio(Universe universe, Allocation allocation, double rate) {
        PortfolioPerformance performance = PortfolioPerformance.of(universe, allocation.weights(), rate);
        Map<String, Double> held = allocation.byCode();
        held.values().removeIf(weight -> Math.abs(weight) < HELD);
        return new FrontierPortfolio(
                performance.expectedReturn(),
                performance.volatility(),
                OptimizeAnswerMapper.value(performance.sharpe()),
                held);
    }
}
