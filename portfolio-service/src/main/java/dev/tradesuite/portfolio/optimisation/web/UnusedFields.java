package dev.tradesuite.portfolio.optimisation.web;

import static dev.tradesuite.contracts.portfolio.OptimizationMethod.BLACK_LITTERMAN;
import static dev.tradesuite.contracts.portfolio.OptimizationMethod.EFFICIENT_RETURN;
import static dev.tradesuite.contracts.portfolio.OptimizationMethod.EFFICIENT_RISK;
import static dev.tradesuite.contracts.portfolio.OptimizationMethod.HERC;
import static dev.tradesuite.contracts.portfolio.OptimizationMethod.HRP;
import static dev.tradesuite.contracts.portfolio.OptimizationMethod.MAX_QUADRATIC_UTILITY;
import static dev.tradesuite.contracts.portfolio.OptimizationMethod.MIN_SEMIVARIANCE;
import static dev.tradesuite.contracts.portfolio.OptimizationMethod.NCO;
import static dev.tradesuite.contracts.portfolio.OptimizationMethod.RISK_BUDGET;

import dev.tradesuite.contracts.portfolio.OptimizationConstraints;
import dev.tradesuite.contracts.portfolio.OptimizationMethod;
import dev.tradesuite.contracts.portfolio.OptimizeRequest;
import dev.tradesuite.portfolio.optimisation.Objective;
import dev.tradesuite.portfolio.optimisation.WeightRules;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Refuses what a request states though its method does not use it, and asks for what it needs. */
final class UnusedFields {

    private UnusedFields() {}

    /** Faults of the fields that only some methods use. */
    static void check(OptimizeRequest request, FieldFaults faults) {
        OptimizationMethod method = request.method();
        only(Set.of(MAX_QUADRATIC_UTILITY, BLACK_LITTERMAN), method, "risk_aversion", request.riskAversion(), faults);
        needed(EFFICIENT_RISK, method, "target_volatility", request.targetVolatility(), faults);
        needed(EFFICIENT_RETURN, method, "target_return", request.targetReturn(), faults);
        needed(RISK_BUDGET, method, "risk_budgets", request.riskBudgets(), faults);
        needed(BLACK_LITTERMAN, method, "views", request.views(), faults);
        only(Set.of(HRP, HERC, NCO), method, "linkage", request.linkage(), faults);
        only(Set.of(HERC, NCO), method, "clusters", request.clusters(), faults);
        if (ModelsMapper.isTold(request.data())) {
            faults.unused("confidence", request.confidence(), "data with expected_returns and covariance");
        }
        ModelsMapper.check(stated(request), request.data(), method == MIN_SEMIVARIANCE, faults);
    }

    /** Faults of constraints that the objective cannot keep, and of what is held now. */
    static void checkConstraints(
            OptimizeRequest request, Objective.Keeps keeps, WeightRules rules, FieldFaults faults) {
        String by = FieldFaults.wire(request.method());
        OptimizationConstraints stated = request.constraints();
        if (stated != null && keeps != Objective.Keeps.ALL) {
            faults.unused("constraints.min_holdings", stated.minHoldings(), by);
            faults.unused("constraints.max_holdings", stated.maxHoldings(), by);
            faults.unused("constraints.min_weight_if_held", stated.minWeightIfHeld(), by);
            faults.unused("constraints.l2", aboveZero(stated.l2()), by);
            faults.unused("constraints.transaction_cost", aboveZero(stated.transactionCost()), by);
            faults.unused("constraints.turnover_max", stated.turnoverMax(), by);
        }
        if (stated != null && keeps == Objective.Keeps.NONE) {
            faults.unused("constraints.weight_min", stated.weightMin(), by);
            faults.unused("constraints.weight_max", stated.weightMax(), by);
            faults.unused("constraints.bounds", stated.bounds(), by);
            faults.unused("constraints.groups", stated.groups(), by);
            faults.unused("constraints.linear", stated.linear(), by);
            faults.unused("constraints.correlated", stated.correlated(), by);
            faults.unused("constraints.market_neutral", rules.marketNeutral() ? stated.marketNeutral() : null, by);
        }
        boolean isTrading = rules.terms().isTrading();
        if (isTrading) {
            faults.required("current_weights", request.currentWeights(), "transaction_cost and turnover_max");
        } else if (request.buyingPower() == null) {
            faults.unused(
                    "current_weights",
                    request.currentWeights(),
                    "a request without transaction_cost, turnover_max or buying_power");
        }
    }

    static ModelsMapper.Stated stated(OptimizeRequest request) {
        return new ModelsMapper.Stated(
                request.expectedReturnsModel(),
                request.riskModel(),
                request.frequency(),
                request.span(),
                request.riskFreeRate(),
                request.benchmarkReturn());
    }

    private static @Nullable Double aboveZero(@Nullable Double stated) {
        return stated != null && stated > 0 ? stated : null;
    }

    private static void only(
            Set<OptimizationMethod> users,
            OptimizationMethod method,
            String field,
            @Nullable Object stated,
            FieldFaults faults) {
        if (!users.contains(method)) {
            faults.unused(field, stated, FieldFaults.wire(method));
        }
    }

    private static void needed(
            OptimizationMethod user,
            OptimizationMethod method,
            String field,
            @Nullable Object stated,
            FieldFaults faults) {
        if (method == user) {
            faults.required(field, stated, FieldFaults.wire(method));
        } else {
            faults.unused(field, stated, FieldFaults.wire(method));
        }
    }
}
