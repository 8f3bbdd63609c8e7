/** What the books ask the orchestrator, who owns the orders. */
@NullMarked
package dev.tradesuite.ledger.account.client;

import org.jspecify.annotations.NullMarked;
