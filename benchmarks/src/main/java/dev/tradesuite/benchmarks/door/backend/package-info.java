/** A service behind the gateway that says what it is told. */
@NullMarked
package dev.tradesuite.benchmarks.door.backend;

import org.jspecify.annotations.NullMarked;
