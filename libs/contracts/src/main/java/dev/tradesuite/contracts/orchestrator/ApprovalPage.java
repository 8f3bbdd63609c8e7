package dev.tradesuite.contracts.orchestrator;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Approvals, newest first. {@code GET /api/v1/approvals?state=&cursor=&limit=}
 *
 * @param approvals at most the limit asked for
 * @param nextCursor to send as {@code cursor} for the next page; absent on the last
 */
public record ApprovalPage(List<Approval> approvals, @Nullable String nextCursor) {}
