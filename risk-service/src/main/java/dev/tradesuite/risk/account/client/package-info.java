/** The books of ledger-service. */
@NullMarked
package dev.tradesuite.risk.account.client;

import org.jspecify.annotations.NullMarked;
