/** Trains: {@link dev.tradesuite.training.train.Training} tells the story, the trainers ask the native libraries. */
@NullMarked
package dev.tradesuite.training.train;

import org.jspecify.annotations.NullMarked;
