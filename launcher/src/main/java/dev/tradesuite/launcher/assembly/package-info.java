/**
 * Puts the parts together into a suite, and clears away what a killed one left.
 *
 * <p>{@link dev.tradesuite.launcher.assembly.SuiteFactory} is the one place that knows every part.
 */
@NullMarked
package dev.tradesuite.launcher.assembly;

import org.jspecify.annotations.NullMarked;
