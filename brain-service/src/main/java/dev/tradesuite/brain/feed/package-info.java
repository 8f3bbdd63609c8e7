/**
 * Where bars come from by themselves: feeds, each with an adapter, symbols and a timeframe, that write through the
 * candle store.
 *
 * <p>Read {@link dev.tradesuite.brain.feed.FeedRun} first: what a feed does once a second. One instance of the service
 * runs a feed at a time; another takes over when its lease ends.
 */
@NullMarked
package dev.tradesuite.brain.feed;

import org.jspecify.annotations.NullMarked;
