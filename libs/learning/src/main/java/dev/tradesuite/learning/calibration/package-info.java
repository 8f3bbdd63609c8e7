/** Scores become probabilities: {@link dev.tradesuite.learning.calibration.IsotonicCalibration}. */
@NullMarked
package dev.tradesuite.learning.calibration;

import org.jspecify.annotations.NullMarked;
