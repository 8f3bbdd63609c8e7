package dev.tradesuite.portfolio.optimisation;

import dev.tradesuite.quant.moment.ReturnTable;
import dev.tradesuite.quant.risk.FactorStress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What a shock of factors costs, where the factors are assets of the same data and may be held themselves. */
final class FactorShock {

    private FactorShock() {}

    /** @param shocks returns of the factors, by code */
    static PortfolioRisk.Shock of(ReturnTable returns, Map<String, Double> weights, Map<String, Double> shocks) {
        ConstraintBuilder.requireKnown(returns.codes(), shocks);
        List<String> codes = returns.codes();
        int[] factors = indices(codes, shocks.keySet()::contains);
        int[] assets = indices(codes, code -> !shocks.containsKey(code) && weights.getOrDefault(code, 0.0) != 0);
        Map<String, Double> byAsset = new LinkedHashMap<>();
        Map<String, Double> byFactor = new LinkedHashMap<>();
        for (int factor : factors) {
            String code = codes.get(factor);
            double own = -weights.getOrDefault(code, 0.0) * shocks.getOrDefault(code, 0.0);
            byFactor.put(code, own);
            if (own != 0) {
                byAsset.put(code, own);
            }
        }
        if (assets.length > 0) {
            ReturnTable moved = returns.select(assets);
            ReturnTable moving = returns.select(factors);
            FactorStress.FactorLoss loss = FactorStress.of(moved, moving)
                    .loss(
                            ConstraintBuilder.inOrder(moved.codes(), weights),
                            ConstraintBuilder.inOrder(moving.codes(), shocks));
            add(moved.codes(), loss.byAsset(), byAsset);
            add(moving.codes(), loss.byFactor(), byFactor);
        }
        double total =
                byAsset.values().stream().mapToDouble(Double::doubleValue).sum();
        return new PortfolioRisk.Shock(total, byAsset, byFactor);
    }

    private static int[] indices(List<String> codes, Predicate<String> wanted) {
        return IntStream.range(0, codes.size())
                .filter(i -> wanted.test(codes.get(i)))
                .toArray();
    }

    private static void add(List<String> codes, double[] losses, Map<String, Double> to) {
        IntStream.range(0, losses.length).forEach(i -> to.merge(codes.get(i), losses[i], Double::sum));
    }
}
