/** What goes wrong with a key, as problems. */
@NullMarked
package dev.tradesuite.orchestrator.idempotency.web;

import org.jspecify.annotations.NullMarked;
