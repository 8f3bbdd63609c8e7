package dev.tradesuite.orchestrator.order;

import java.time.Instant;

/**
 * A state an order entered.
 *
 * @param state which
 * @param at when
 */
public record StateChange(OrderState state, Instant at) {}
