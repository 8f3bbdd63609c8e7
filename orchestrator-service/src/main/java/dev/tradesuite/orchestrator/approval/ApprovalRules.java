package dev.tradesuite.orchestrator.approval;

import java.time.Duration;

/**
 * How approvals are decided.
 *
 * @param expiresIn how long one can be decided, unless the asker says otherwise
 * @param fourEyes whether who asked may not approve
 */
record ApprovalRules(Duration expiresIn, boolean fourEyes) {}
