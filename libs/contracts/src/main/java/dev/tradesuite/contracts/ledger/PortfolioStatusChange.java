package dev.tradesuite.contracts.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a portfolio came to its status: who paused, resumed or archived it last.
 *
 * @param changedBy subject of the token
 * @param reason why; absent when none was said
 * @param changedAt since when
 */
public record PortfolioStatusChange(String changedBy, @Nullable String reason, Instant changedAt) {}
