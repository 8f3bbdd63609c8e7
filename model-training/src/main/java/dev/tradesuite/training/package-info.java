/**
 * Trains models and looks after their versions, in a JVM of its own: the native learning libraries stand on no
 * service's class path.
 *
 * <p>{@link dev.tradesuite.training.bars} reads the bars, {@link dev.tradesuite.training.train} trains on them and
 * judges the result, {@link dev.tradesuite.training.command} is the command line.
 */
@NullMarked
package dev.tradesuite.training;

import org.jspecify.annotations.NullMarked;
