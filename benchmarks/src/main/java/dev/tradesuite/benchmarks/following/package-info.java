/**
 * How accounts follow models: how soon after a closed bar, and whether every change of a signal is followed.
 * {@link dev.tradesuite.benchmarks.following.FollowingBenchmark} times it,
 * {@link dev.tradesuite.benchmarks.following.FollowedModels} checks it.
 */
@NullMarked
package dev.tradesuite.benchmarks.following;

import org.jspecify.annotations.NullMarked;
