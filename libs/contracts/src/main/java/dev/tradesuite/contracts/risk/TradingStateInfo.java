package dev.tradesuite.contracts.risk;

import java.time.Instant;

/**
 * A trading state with its cause. {@code GET /api/v1/risk/trading-state}; also the data of event
 * {@code trading_state.changed} on {@code risk.events}.
 *
 * @param scope what it is about
 * @param id account, portfolio, strategy or symbol; {@code all} with scope {@code ALL}
 * @param state what is allowed
 * @param cause why, in a sentence
 * @param changedBy {@code system} for an automatic trigger, else the person
 * @param changedAt since when
 */
public record TradingStateInfo(
        TradingStateScope scope, String id, TradingState state, String cause, String changedBy, Instant changedAt) {}
