/** Asks brain-service for bars that were missed. */
@NullMarked
package dev.tradesuite.signals.book.client;

import org.jspecify.annotations.NullMarked;
