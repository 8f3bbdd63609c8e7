/**
 * Whether the confidence of a model means what it says.
 *
 * <p>Read {@link dev.tradesuite.signals.calibration.CalibrationService} first.
 */
@NullMarked
package dev.tradesuite.signals.calibration;

import org.jspecify.annotations.NullMarked;
