package dev.tradesuite.contracts.portfolio;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Registered strategies. {@code GET /api/v1/strategies?after=&limit=}.
 *
 * @param strategies by code
 * @param next what to give as {@code after} for the next page; absent on the last one
 */
public record RegisteredStrategyPage(List<RegisteredStrategy> strategies, @Nullable String next) {}
