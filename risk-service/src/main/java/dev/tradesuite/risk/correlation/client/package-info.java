/** Closes from brain-service. */
@NullMarked
package dev.tradesuite.risk.correlation.client;

import org.jspecify.annotations.NullMarked;
