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
public record PortfolioSetup(String name, Map<String, Object> strategyConfig, boolean configChecked, String schedule) {

    public PortfolioSetup {
        // Not Map.copyOf: the order is the writer's, and a null is for the controller to judge.
        strategyConfig = Collections.unmodifiableMap(new LinkedHashMap<>(strategyConfig));
    }

    PortfolioSetup named(String other) {
        return new PortfolioSetup(other, strategyConfig, configChecked, schedule);
    }

    PortfolioSetup configured(Map<String, Object> other, boolean checked) {
        return new PortfolioSetup(name, other, checked, schedule);
    }

    PortfolioSetup scheduled(String other) {
        return new PortfolioSetup(name, strategyConfig, configChecked, other);
    }
}
