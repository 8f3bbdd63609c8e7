package dev.tradesuite.contracts.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cash flows of an account, the newest first. {@code GET /api/v1/accounts/{id}/cash-flows}.
 *
 * @param cashFlows of this page
 * @param nextCursor to send as {@code cursor} for the next page; absent on the last
 */
public record CashFlowPage(List<CashFlow> cashFlows, @Nullable String nextCursor) {}
