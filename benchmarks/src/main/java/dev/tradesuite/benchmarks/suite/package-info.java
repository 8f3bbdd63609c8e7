/**
 * The suite that is measured: where it is, its secrets, its database and how it is called. It is used from outside, as
 * any program uses it. Read {@link dev.tradesuite.benchmarks.suite.SuiteOptions} first.
 */
@NullMarked
package dev.tradesuite.benchmarks.suite;

import org.jspecify.annotations.NullMarked;
