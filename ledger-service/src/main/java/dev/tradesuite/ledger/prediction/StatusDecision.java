package dev.tradesuite.ledger.prediction;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody brought a portfolio to its status.
 *
 * @param who subject of the token
 * @param reason why; absent when none was said
 * @param at when
 */
public record StatusDecision(String who, @Nullable String reason, Instant at) {}
