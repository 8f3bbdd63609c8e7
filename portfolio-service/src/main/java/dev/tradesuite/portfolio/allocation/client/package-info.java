/** What accounts are worth, from ledger-service. */
@NullMarked
package dev.tradesuite.portfolio.allocation.client;

import org.jspecify.annotations.NullMarked;
