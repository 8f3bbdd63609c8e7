package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.TradeTerms;
import org.jspecify.annotations.Nullable;

/**
 * A stop or a target of what somebody holds of a position.
 *
 * @param terms what is wanted
 * @param strategy whose it is; absent without one
 */
record PositionLeg(TradeTerms terms, @Nullable String strategy) {}
