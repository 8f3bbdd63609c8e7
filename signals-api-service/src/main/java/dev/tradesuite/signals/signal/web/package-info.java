/** Answers what the models said and why. */
@NullMarked
package dev.tradesuite.signals.signal.web;

import org.jspecify.annotations.NullMarked;
