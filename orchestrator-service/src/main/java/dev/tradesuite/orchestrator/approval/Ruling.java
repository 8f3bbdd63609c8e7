package dev.tradesuite.orchestrator.approval;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a person has decided.
 *
 * @param by who
 * @param reason why
 * @param at when
 */
public record Ruling(String by, String reason, Instant at) {

    public Ruling {
        // As exact as it is kept, so that a repeat is answered with the same.
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
