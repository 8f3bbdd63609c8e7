/**
 * What happens only when a person approves it: large trades, and what other services ask for.
 *
 * <p>Read {@link dev.tradesuite.orchestrator.approval.ApprovalService} for how an approval is decided, and
 * {@link dev.tradesuite.orchestrator.approval.ApprovedTrades} for how an approved trade is carried out.
 */
@NullMarked
package dev.tradesuite.orchestrator.approval;

import org.jspecify.annotations.NullMarked;
