/** Approvals over HTTP, and trades as JSON. */
@NullMarked
package dev.tradesuite.orchestrator.approval.web;

import org.jspecify.annotations.NullMarked;
