/** Answers how reliable the confidence of a model is. */
@NullMarked
package dev.tradesuite.signals.calibration.web;

import org.jspecify.annotations.NullMarked;
