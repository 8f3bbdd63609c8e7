package dev.tradesuite.brain.advisor.client;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.tradesuite.brain.advisor.Advice;
import org.jspecify.annotations.Nullable;

/**
 * The form an answer must have; the SDKs make a JSON schema of it.
 *
 * <p>The schema languages of the vendors know no ranges, so these are checked here.
 *
 * @param objectionToBuy 0 to 1
 * @param objectionToSell 0 to 1
 * @param reason at most two sentences
 */
@JsonClassDescription("Objections to trading this market now")
record AdvisorAnswer(
        @JsonPropertyDescription("Objection to buying now, from 0 (none) to 1 (veto)") @Nullable Double objectionToBuy,
        @JsonPropertyDescription("Objection to selling now, from 0 (none) to 1 (veto)") @Nullable
                Double objectionToSell,
        @JsonPropertyDescription("Why, in at most two sentences") @Nullable String reason) {

    /** The advice, or none when something is missing or out of its range. */
    Advice advice() {
        return objectionToBuy == null || objectionToSell == null || reason == null
                ? new Advice.Withheld(Advice.Why.MALFORMED, "the answer lacks a field")
                : Advice.of(objectionToBuy, objectionToSell, reason);
    }
}
