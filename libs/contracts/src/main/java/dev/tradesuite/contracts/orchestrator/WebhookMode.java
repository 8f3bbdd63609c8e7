package dev.tradesuite.contracts.orchestrator;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an alert that enters a position is to a webhook; exits are obeyed in either mode. */
public enum WebhookMode {
    /** A question: the brain must agree, and the trade is sized by risk. */
    @JsonProperty("confirm")
    CONFIRM,
    /** The signal itself: the brain is not asked; sized by risk, or by the alert within the webhook's cap. */
    @JsonProperty("follow")
    FOLLOW
}
