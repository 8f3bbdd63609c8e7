package dev.tradesuite.launcher.log;

import ch.qos.logback.classic.Level;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How logs are written, told by the same properties the services know on their own.
 *
 * @param json whether each line is a JSON object
 * @param levels level by logger
 * @param bounds how much is kept
 */
public record LogOptions(boolean json, Map<String, Level> levels, LogBounds bounds) {

    private static final String JSON = "suite.logging.json";
    private static final String JSON_VARIABLE = "SUITE_LOGGING_JSON";
    private static final String LEVEL = "logging.level.";

    public LogOptions {
        levels = Map.copyOf(levels);
    }

    /**
     * Reads {@code suite.logging.*} and {@code logging.level.<logger>}; an unknown level is DEBUG, as in Logback.
     *
     * @throws dev.tradesuite.launcher.SuiteException when a bound cannot be understood
     */
    public static LogOptions of(Map<String, String> properties) {
        Map<String, Level> levels = new TreeMap<>();
        properties.forEach((key, value) -> {
            if (key.startsWith(LEVEL)) {
                levels.put(key.substring(LEVEL.length()), Level.toLevel(value));
            }
        });
        String json = Optional.ofNullable(properties.get(JSON))
                .or(() -> Optional.ofNullable(System.getenv(JSON_VARIABLE)))
                .orElse("false");
        return new LogOptions(Boolean.parseBoolean(json), levels, LogBounds.of(properties));
    }
}
