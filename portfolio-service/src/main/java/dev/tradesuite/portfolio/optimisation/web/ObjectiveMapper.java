package dev.tradesuite.portfolio.optimisation.web;

import dev.tradesuite.contracts.portfolio.LinkageMethod;
import dev.tradesuite.contracts.portfolio.OptimizeRequest;
import dev.tradesuite.contracts.portfolio.ReturnOpinion;
import dev.tradesuite.portfolio.optimisation.Objective;
import dev.tradesuite.quant.cluster.Linkage;
import dev.tradesuite.quant.optimiser.ReturnView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads what weights are chosen for. */
final class ObjectiveMapper {

    private ObjectiveMapper() {}

    /** The objective of a request that {@link UnusedFields} found nothing wrong with. */
    static Objective objective(OptimizeRequest request) {
        double confidence = ModelsMapper.or(request.confidence(), ModelsMapper.USUAL_CONFIDENCE);
        return switch (request.method()) {
            case MAX_SHARPE -> new Objective.MaxSharpe();
            case MIN_VOLATILITY -> new Objective.MinVolatility();
            case MAX_QUADRATIC_UTILITY -> new Objective.MaxQuadraticUtility(ModelsMapper.or(request.riskAversion(), 1));
            case EFFICIENT_RISK -> new Objective.EfficientRisk(ModelsMapper.or(request.targetVolatility(), 0));
            case EFFICIENT_RETURN -> new Objective.EfficientReturn(ModelsMapper.or(request.targetReturn(), 0));
            case MIN_CVAR -> new Objective.MinCvar(confidence);
            case MIN_CDAR -> new Objective.MinCdar(confidence);
            case MIN_SEMIVARIANCE -> new Objective.MinSemivariance(ModelsMapper.or(request.benchmarkReturn(), 0));
            case RISK_PARITY -> new Objective.RiskParity();
            case RISK_BUDGET ->
                new Objective.RiskBudget(request.riskBudgets() == null ? Map.of() : request.riskBudgets());
            case MAX_DIVERSIFICATION -> new Objective.MaxDiversification();
            case INVERSE_VOLATILITY -> new Objective.InverseVolatility();
            case HRP -> new Objective.HierarchicalParity(linkage(request.linkage()));
            case HERC -> new Objective.ClusterContribution(linkage(request.linkage()), clusters(request.clusters()));
            case NCO -> new Objective.NestedClusters(linkage(request.linkage()), clusters(request.clusters()));
            case BLACK_LITTERMAN ->
                new Objective.AfterViews(
                        views(request.views() == null ? List.of() : request.views()),
                        ModelsMapper.or(request.riskAversion(), 1));
            case EQUAL_WEIGHT -> new Objective.EqualWeights();
        };
    }

    static Linkage linkage(@Nullable LinkageMethod stated) {
        return stated == null ? Linkage.SINGLE : Linkage.valueOf(stated.name());
    }

    static OptionalInt clusters(@Nullable Integer stated) {
        return stated == null ? OptionalInt.empty() : OptionalInt.of(stated);
    }

    /** Views, each told in one of its ways. */
    static List<ReturnView> views(List<ReturnOpinion> opinions) {
        FieldFaults faults = new FieldFaults();
        List<ReturnView> views = new ArrayList<>();
        for (int i = 0; i < opinions.size(); i++) {
            ReturnOpinion opinion = opinions.get(i);
            Map<String, Double> portfolio = portfolio(opinion);
            if (portfolio.isEmpty()) {
                faults.add(
                        "views[%d]".formatted(i),
                        "ONE_OF",
                        "expected code, code and another one as over, or coefficients");
            } else {
                views.add(new ReturnView(
                        portfolio,
                        opinion.expectedReturn(),
                        opinion.confidence() == null
                                ? OptionalDouble.empty()
                                : OptionalDouble.of(opinion.confidence())));
            }
        }
        faults.raise();
        return views;
    }

    /** Coefficients by code; empty when the opinion is not told in one way. */
    private static Map<String, Double> portfolio(ReturnOpinion opinion) {
        String code = opinion.code();
        String over = opinion.over();
        if (opinion.coefficients() != null) {
            return code == null && over == null ? opinion.coefficients() : Map.of();
        }
        if (code == null || code.equals(over)) {
            return Map.of();
        }
        return over == null ? Map.of(code, 1.0) : Map.of(code, 1.0, over, -1.0);
    }
}
