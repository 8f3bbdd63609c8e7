package dev.tradesuite.portfolio.optimisation.web;

import dev.tradesuite.contracts.portfolio.DiscreteAllocationAnswer;
import dev.tradesuite.contracts.portfolio.DiscreteAllocationRequest;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.optimisation.QuantRefusal;
import dev.tradesuite.quant.optimiser.DiscreteAllocation;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads questions for units and writes them. */
final class UnitMapper {

    private UnitMapper() {}

    static DiscreteAllocation.Wish wish(DiscreteAllocationRequest request) {
        List<BigDecimal> prices = new ArrayList<>();
        FieldFaults faults = new FieldFaults();
        request.weights().keySet().forEach(code -> {
            BigDecimal price = request.prices().get(code);
            faults.required("prices." + code, price, "its weight");
            prices.add(price == null ? BigDecimal.ONE : price);
        });
        faults.raise();
        request.prices().keySet().stream()
                .filter(code -> !request.weights().containsKey(code))
                .findFirst()
                .ifPresent(code -> {
                    throw new ProblemException(ProblemCode.UNKNOWN_CODE, code + " has a price and no weight");
                });
        return QuantRefusal.asProblem(() -> new DiscreteAllocation.Wish(
                request.weights().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray(),
                prices,
                request.step() == null ? BigDecimal.ONE : request.step(),
                request.capital()));
    }

    static DiscreteAllocationAnswer answer(DiscreteAllocationRequest request, DiscreteAllocation allocation) {
        Map<String, BigDecimal> quantities = new LinkedHashMap<>();
        int i = 0;
        for (String code : request.weights().keySet()) {
            quantities.put(code, allocation.quantities().get(i++).stripTrailingZeros());
        }
        return new DiscreteAllocationAnswer(quantities, allocation.cash(), allocation.shortfall(), allocation.exact());
    }
}
