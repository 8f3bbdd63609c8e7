/** Tells others of limits that were passed. */
@NullMarked
package dev.tradesuite.risk.account.messaging;

import org.jspecify.annotations.NullMarked;
