package dev.tradesuite.brain.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every model there is, by name. Immutable. */
public final class TradingModels {

    private final Map<String, TradingModel> byName = new LinkedHashMap<>();

    /**
     * These models.
     *
     * @throws IllegalArgumentException when two have the same name
     */
    public TradingModels(List<TradingModel> models) {
        for (TradingModel model : models) {
            if (byName.putIfAbsent(model.name(), model) != null) {
                throw new IllegalArgumentException("two models are named " + model.name());
            }
        }
    }

    /** The model of this name; upper and lower case are two names. */
    public Optional<TradingModel> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The names, in the order in which the models were given. */
    public Set<String> names() {
        return byName.keySet();
    }
}
