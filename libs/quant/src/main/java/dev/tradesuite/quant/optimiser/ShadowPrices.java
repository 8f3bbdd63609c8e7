package dev.tradesuite.quant.optimiser;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Tells which constraints cost something, from the multipliers of a proof.
 *
 * @param translation what the variables stand for
 * @param program whose constraints they are
 * @param codes of the assets
 */
record ShadowPrices(Translation translation, PortfolioProgram program, List<String> codes) {

    /** A multiplier below this part of the objective's size is rounding. */
    private static final double NEGLIGIBLE = 1e-9;

    List<BindingConstraint> of(OptimiserMethod method, FrontierPoint point, PortfolioProgram.Measure measure) {
        Unit unit = unit(method, point, measure);
        Proof proof = measure.proof();
        double least = NEGLIGIBLE * measure.size();
        List<BindingConstraint> binding = new ArrayList<>();
        for (int i = 0; i < proof.reduced().length; i++) {
            double price = proof.reduced()[i];
            boolean isMost = price < 0;
            double bound = isMost ? program.box().upper()[i] : program.box().lower()[i];
            boolean isTold = Math.abs(price) > least && !program.box().isFixed(i);
            if (isTold && (bound != 0 || translation.isPlain())) {
                int asset = translation.asset(i);
                double limit = bound + (translation.isPlain() ? 0 : translation.current()[asset]);
                binding.add(new BindingConstraint(
                        codes.get(asset), isMost, limit, Math.abs(price) * unit.factor(), unit.name()));
            }
        }
        for (int k = 0; k < proof.rowMultipliers().length; k++) {
            double price = proof.rowMultipliers()[k];
            if (Math.abs(price) > least) {
                LinearRow row = program.rows().get(k);
                boolean isMost = price < 0;
                binding.add(new BindingConstraint(
                        row.name(),
                        isMost,
                        translation.limit(row, isMost),
                        Math.abs(price) * unit.factor(),
                        unit.name()));
            }
        }
        binding.sort(Comparator.comparingDouble(BindingConstraint::shadowPrice).reversed());
        return binding;
    }

    /** From variance / 2 - t x return to what the method makes best. */
    private record Unit(double factor, String name) {}

    private static Unit unit(OptimiserMethod method, FrontierPoint point, PortfolioProgram.Measure measure) {
        double volatility = Math.max(Math.sqrt(measure.variance()), Double.MIN_NORMAL);
        double tolerance = Math.max(point.tolerance(), Double.MIN_NORMAL);
        return switch (method) {
            case MAX_SHARPE -> new Unit(1 / (volatility * tolerance), "Sharpe ratio");
            case MAX_DIVERSIFICATION -> new Unit(1 / (volatility * tolerance), "diversification ratio");
            case MAX_QUADRATIC_UTILITY, BLACK_LITTERMAN -> new Unit(1 / tolerance, "utility");
            case EFFICIENT_RISK -> new Unit(1 / tolerance, "expected return");
            case MIN_VOLATILITY, EFFICIENT_RETURN -> new Unit(1 / volatility, "volatility");
            case MIN_CVAR,
                    MIN_CDAR,
                    MIN_SEMIVARIANCE,
                    RISK_PARITY,
                    RISK_BUDGET,
                    INVERSE_VOLATILITY,
                    HRP,
                    HERC,
                    NCO,
                    EQUAL_WEIGHT -> new Unit(1, "objective");
        };
    }
}
