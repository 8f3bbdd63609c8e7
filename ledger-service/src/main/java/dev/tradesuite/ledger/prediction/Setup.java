package dev.tradesuite.ledger.prediction;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a person decides about a portfolio.
 *
 * @param name for people
 * @param strategyConfig parameters that differ from the strategy's defaults
 * @param configChecked whether the strategy's controller has found them valid
 * @param schedule an interval such as {@code PT15M} or a cron expression, UTC
 */
public record Setup(String name, Map<String, Object> strategyConfig, boolean configChecked, String schedule) {

    public Setup {
        // Not Map.copyOf: the order is the writer's, and a null is for the controller to judge.
        strategyConfig = Collections.unmodifiableMap(new LinkedHashMap<>(strategyConfig));
    }

    Setup named(String other) {
        return new Setup(other, strategyConfig, configChecked, schedule);
    }

    Setup configured(Map<String, Object> other, boolean checked) {
        return new Setup(name, other, checked, schedule);
    }

    Setup scheduled(String other) {
        return new Setup(name, strategyConfig, configChecked, other);
    }
}
