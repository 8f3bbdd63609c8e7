/** Approvals as events. */
@NullMarked
package dev.tradesuite.orchestrator.approval.messaging;

import org.jspecify.annotations.NullMarked;
