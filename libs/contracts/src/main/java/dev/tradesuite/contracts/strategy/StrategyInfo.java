package dev.tradesuite.contracts.strategy;

import java.util.List;
import java.util.Map;

/**
 * What a strategy controller is. {@code GET /strategy/info}.
 *
 * @param name for people, such as {@code Momentum Strategy}
 * @param description what it does in a few words
 * @param type key of the strategy, such as {@code momentum}
 * @param version of the rules; another version may decide otherwise on the same data
 * @param marketSource where its events and markets come from: {@code file}, {@code gamma} or {@code simulated}
 * @param defaultConfig value of every parameter that a portfolio leaves out
 * @param parameters what each of them means
 */
public record StrategyInfo(
        String name,
        String description,
        String type,
        String version,
        String marketSource,
        Map<String, Object> defaultConfig,
        List<Parameter> parameters) {

    /**
     * A parameter of a strategy.
     *
     * @param name key in {@code strategy_config}
     * @param kind how it is written
     * @param unit such as {@code USD}, {@code probability} or {@code count}
     * @param defaultValue used when a portfolio says nothing
     * @param range the values it may have, in words
     * @param meaning what it does
     */
    public record Parameter(String name, Kind kind, String unit, Object defaultValue, String range, String meaning) {

        /** How a value is written in JSON. */
        public enum Kind {
            DECIMAL,
            INTEGER,
            BOOLEAN
        }
    }
}
