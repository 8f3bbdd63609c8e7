package dev.tradesuite.portfolio.optimisation.web;

import dev.tradesuite.contracts.portfolio.ContributionTable;
import dev.tradesuite.contracts.portfolio.DrawdownFigures;
import dev.tradesuite.contracts.portfolio.PastLoss;
import dev.tradesuite.contracts.portfolio.PortfolioRiskAnswer;
import dev.tradesuite.contracts.portfolio.PortfolioRiskRequest;
import dev.tradesuite.contracts.portfolio.ShockLoss;
import dev.tradesuite.portfolio.optimisation.PortfolioRisk;
import dev.tradesuite.portfolio.optimisation.PortfolioRiskService;
import dev.tradesuite.quant.risk.DrawdownRisk;
import dev.tradesuite.quant.risk.RiskContributions;
import dev.tradesuite.quant.risk.StressLoss;
import dev.tradesuite.quant.risk.TailLevel;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads questions for the risk of weights and writes it. */
final class RiskMapper {

    private static final int USUAL_WORST = 5;

    private RiskMapper() {}

    static PortfolioRiskService.Question question(PortfolioRiskRequest request) {
        ModelsMapper.Stated models = new ModelsMapper.Stated(
                null, request.riskModel(), request.frequency(), request.span(), null, request.benchmarkReturn());
        FieldFaults faults = new FieldFaults();
        ModelsMapper.check(models, request.data(), false, faults);
        faults.raise();
        return new PortfolioRiskService.Question(
                AssetDataMapper.data(request.data()),
                ModelsMapper.models(models),
                request.weights(),
                new TailLevel(
                        ModelsMapper.or(request.confidence(), ModelsMapper.USUAL_CONFIDENCE),
                        request.horizon() == null ? 1 : request.horizon()),
                request.seed() == null ? 1 : request.seed(),
                request.shocks() == null ? Map.of() : request.shocks(),
                request.worst() == null ? USUAL_WORST : request.worst());
    }

    static PortfolioRiskAnswer answer(PortfolioRisk risk) {
        return new PortfolioRiskAnswer(
                risk.tails().stream()
                        .map(tail -> OptimizeAnswerMapper.tail(tail, tail.valueAtRisk()))
                        .toList(),
                risk.tails().stream()
                        .map(tail -> OptimizeAnswerMapper.tail(tail, tail.expectedShortfall()))
                        .toList(),
                contributions(risk.codes(), risk.volatility()),
                risk.shortfall()
                        .map(shortfall -> contributions(risk.codes(), shortfall))
                        .orElse(null),
                drawdown(risk.drawdown()),
                losses(risk.codes(), risk.stress().days()),
                losses(risk.codes(), risk.stress().weeks()),
                risk.stress()
                        .shock()
                        .map(shock -> new ShockLoss(shock.loss(), shock.byAsset(), shock.byFactor()))
                        .orElse(null),
                risk.drawdown().observations(),
                OptimizeAnswerMapper.data(risk.quality()),
                risk.warnings());
    }

    private static ContributionTable contributions(List<String> codes, RiskContributions contributions) {
        return new ContributionTable(
                contributions.total(),
                byCode(codes, contributions.component()),
                byCode(codes, contributions.marginal()));
    }

    private static DrawdownFigures drawdown(DrawdownRisk drawdown) {
        return new DrawdownFigures(
                drawdown.maximum(),
                drawdown.average(),
                drawdown.conditional(),
                drawdown.ulcer(),
                drawdown.current(),
                drawdown.observations());
    }

    private static List<PastLoss> losses(List<String> codes, List<StressLoss> losses) {
        return losses.stream()
                .map(loss -> new PastLoss(
                        LocalDate.ofEpochDay(loss.from()),
                        LocalDate.ofEpochDay(loss.to()),
                        loss.loss(),
                        byCode(codes, loss.contributions())))
                .toList();
    }

    private static Map<String, Double> byCode(List<String> codes, double[] values) {
        Map<String, Double> byCode = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            byCode.put(codes.get(i), values[i]);
        }
        return byCode;
    }
}
