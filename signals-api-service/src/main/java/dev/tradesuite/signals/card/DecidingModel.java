package dev.tradesuite.signals.card;

import dev.tradesuite.contracts.market.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What decides for a strategy now.
 *
 * @param code the strategy
 * @param card of the trained version that decides; absent while a rule does
 * @param problem why a rule stands in for a version that cannot be read; absent otherwise
 */
public record DecidingModel(String code, @Nullable VersionCard card, @Nullable Reason problem) {}
