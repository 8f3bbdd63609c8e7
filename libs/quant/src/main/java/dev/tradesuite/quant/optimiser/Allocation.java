package dev.tradesuite.quant.optimiser;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weights with their proof. Immutable.
 *
 * @param asked method asked for
 * @param used method that answered
 * @param change why it is another one
 * @param codes of the assets
 * @param weights one for each code, fractions of the capital
 * @param certificate what the weights keep and how good they are at least
 * @param binding constraints that cost something, the dearest first
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Allocation(
        OptimiserMethod asked,
        OptimiserMethod used,
        Optional<MethodChange> change,
        List<String> codes,
        double[] weights,
        Certificate certificate,
        List<BindingConstraint> binding) {

    public Allocation {
        codes = List.copyOf(codes);
        weights = weights.clone();
        binding = List.copyOf(binding);
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    public double weight(int index) {
        return weights[index];
    }

    /** Weights by code, in the order of the assets. */
    public Map<String, Double> byCode() {
        Map<String, Double> byCode = new LinkedHashMap<>();
        for (int i = 0; i < weights.length; i++) {
            byCode.put(codes.get(i), weights[i]);
        }
        return byCode;
    }

    Allocation insteadOf(OptimiserMethod other, MethodChange why) {
        return new Allocation(other, used, Optional.of(why), codes, weights, certificate, binding);
    }
}
