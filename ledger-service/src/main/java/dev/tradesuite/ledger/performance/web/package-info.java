/** Equity, performance and round trips over REST. */
@NullMarked
package dev.tradesuite.ledger.performance.web;

import org.jspecify.annotations.NullMarked;
