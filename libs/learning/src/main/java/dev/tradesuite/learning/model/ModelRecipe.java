package dev.tradesuite.learning.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a model was trained: with the same bars it gives the same model again.
 *
 * @param featuresVersion version of the features
 * @param features their names, in order
 * @param parameters of the training, by name
 * @param seed of everything random
 */
public record ModelRecipe(String featuresVersion, List<String> features, Map<String, String> parameters, long seed) {

    public ModelRecipe {
        Objects.requireNonNull(featuresVersion, "features_version");
        features = List.copyOf(Objects.requireNonNull(features, "features"));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(Objects.requireNonNull(parameters, "parameters")));
    }
}
