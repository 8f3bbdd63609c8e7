/** Reads signals beside the closes that followed. */
@NullMarked
package dev.tradesuite.signals.calibration.store;

import org.jspecify.annotations.NullMarked;
