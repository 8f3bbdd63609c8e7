package dev.tradesuite.brain.signal;

import dev.tradesuite.contracts.brain.SignalReason;

/**
 * Why the brain decided as it did.
 *
 * @param reason kind of reason
 * @param message the reason in a sentence, with the figures of this case
 */
public record Because(SignalReason reason, String message) {}
