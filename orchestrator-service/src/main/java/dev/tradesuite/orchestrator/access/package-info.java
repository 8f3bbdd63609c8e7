/** Whose accounts and portfolios the requests, orders, decisions, webhooks and cycles of this service belong to. */
@NullMarked
package dev.tradesuite.orchestrator.access;

import org.jspecify.annotations.NullMarked;
