@NullMarked
package dev.tradesuite.signals.calibration;

import org.jspecify.annotations.NullMarked;
