/**
 * The feed of the trading models with many clients, and the newest signals over HTTP while clients are connected.
 *
 * <p>Read {@link dev.tradesuite.benchmarks.feed.FeedBenchmark} first;
 * {@link dev.tradesuite.benchmarks.feed.FeedClients} are the clients of both programs.
 */
@NullMarked
package dev.tradesuite.benchmarks.feed;

import org.jspecify.annotations.NullMarked;
