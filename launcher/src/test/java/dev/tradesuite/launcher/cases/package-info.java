/**
 * Inputs that once failed, with the right answer for each, against a running suite.
 *
 * <p>They lie beside a checkout; without them these tests are skipped. {@link dev.tradesuite.launcher.cases.CasesSuite}
 * is the suite they share.
 */
@NullMarked
package dev.tradesuite.launcher.cases;

import org.jspecify.annotations.NullMarked;
