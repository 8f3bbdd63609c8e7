/**
 * Bars from Twelve Data.
 *
 * <p>Read {@link dev.tradesuite.brain.feed.client.TwelveDataFeed} first: which symbols it asks for, and when.
 */
@NullMarked
package dev.tradesuite.brain.feed.client;

import org.jspecify.annotations.NullMarked;
