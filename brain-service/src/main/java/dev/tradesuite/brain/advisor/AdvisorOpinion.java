package dev.tradesuite.brain.advisor;

import java.time.Instant;

/**
 * What an advisor said about a market, and how long it counts.
 *
 * @param advisor name of the advisor, such as {@code anthropic}
 * @param model model that answered
 * @param formedAt when it was asked
 * @param validUntil moment from which on the opinion is stale
 * @param objections what it said
 */
public record AdvisorOpinion(
        String advisor, String model, Instant formedAt, Instant validUntil, Objections objections) {

    /** Whether the opinion counts at a moment. */
    public boolean freshAt(Instant moment) {
        return !moment.isBefore(formedAt) && moment.isBefore(validUntil);
    }
}
