package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.quant.optimiser.Allocation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Whether money is enough for weights.
 *
 * @param stated the money
 * @param required sum of |weight| x money: short positions take it too; rounded up
 * @param amounts by code, negative for a short position; rounded half even
 * @param turnover sum of |weight - held now|; empty where nobody said what is held
 */
public record BuyingPower(
        BigDecimal stated, BigDecimal required, Map<String, BigDecimal> amounts, OptionalDouble turnover) {

    private static final int CENTS = 2;

    /** What rounding of a solver may add. */
    private static final double ROUNDING = 1e-8;

    static BuyingPower of(BigDecimal stated, Allocation allocation, Map<String, Double> held) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        double gross = 0;
        double turnover = 0;
        for (Map.Entry<String, Double> weight : allocation.byCode().entrySet()) {
            amounts.put(
                    weight.getKey(),
                    stated.multiply(BigDecimal.valueOf(weight.getValue())).setScale(CENTS, RoundingMode.HALF_EVEN));
            gross += Math.abs(weight.getValue());
            turnover += Math.abs(weight.getValue() - held.getOrDefault(weight.getKey(), 0.0));
        }
        BigDecimal required = Math.abs(gross - 1) < ROUNDING
                ? stated
                : stated.multiply(BigDecimal.valueOf(gross)).setScale(CENTS, RoundingMode.UP);
        return new BuyingPower(
                stated, required, amounts, held.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(turnover));
    }

    public boolean isSufficient() {
        return required.compareTo(stated) <= 0;
    }
}
