package dev.tradesuite.learning.model;

import java.time.Instant;
import java.util.Objects;

/**
 * The bars a model was trained on.
 *
 * @param symbol instrument
 * @param timeframe length of a bar, such as {@code M5}
 * @param from start of the first bar
 * @param to start of the last bar
 * @param bars how many
 * @param source file or service they came from
 * @param sha256 of the bars, see {@link Digests#ofBars}
 */
public record ModelOrigin(
        String symbol, String timeframe, Instant from, Instant to, int bars, String source, String sha256) {

    public ModelOrigin {
        Objects.requireNonNull(symbol, "symbol");
        Objects.requireNonNull(timeframe, "timeframe");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(sha256, "sha256");
    }
}
