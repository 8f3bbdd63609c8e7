package dev.tradesuite.ledger.prediction;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run of a portfolio's strategy.
 *
 * @param id cycle
 * @param fence of the portfolio when it began; stands in for a run that was not given one
 * @param begunAt beginning
 * @param ending absent until it is completed
 */
public record Cycle(UUID id, long fence, Instant begunAt, @Nullable Ending ending) {

    /**
     * End of a cycle.
     *
     * @param at when
     * @param report what the controller reported, as it is to be told again; nobody here reads it
     */
    public record Ending(Instant at, String report) {}

    /** What its controller reported; empty until it is completed. */
    public Optional<String> report() {
        return Optional.ofNullable(ending).map(Ending::report);
    }
}
