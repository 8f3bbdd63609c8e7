@NullMarked
package dev.tradesuite.learning.calibration;

import org.jspecify.annotations.NullMarked;
