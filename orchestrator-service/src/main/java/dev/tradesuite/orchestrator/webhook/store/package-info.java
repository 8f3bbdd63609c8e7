/** Webhooks in PostgreSQL. */
@NullMarked
package dev.tradesuite.orchestrator.webhook.store;

import org.jspecify.annotations.NullMarked;
