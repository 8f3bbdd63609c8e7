/** Newest prices from brain-service. */
@NullMarked
package dev.tradesuite.risk.check.client;

import org.jspecify.annotations.NullMarked;
