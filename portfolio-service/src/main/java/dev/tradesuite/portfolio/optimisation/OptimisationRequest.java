package dev.tradesuite.portfolio.optimisation;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked for.
 *
 * @param objective what weights are chosen for
 * @param data what there is to choose from
 * @param models how moments are estimated
 * @param rules what weights must keep
 * @param confidence of tail figures
 * @param holding what is held now and the money there is
 * @param hash SHA-256 of the request as it came
 */
public record OptimisationRequest(
        Objective objective,
        AssetData data,
        MomentModels models,
        WeightRules rules,
        double confidence,
        Holding holding,
        String hash) {

    /**
     * What there is already.
     *
     * @param weights held now, by code
     * @param buyingPower money weights are checked against
     */
    public record Holding(Map<String, Double> weights, Optional<BigDecimal> buyingPower) {

        /** Nothing said. */
        public static final Holding NONE = new Holding(Map.of(), Optional.empty());

        public Holding {
            weights = Map.copyOf(weights);
        }
    }
}
