/** Rotation; {@link dev.tradesuite.benchmarks.rotation.RotationBenchmark} is the program. */
@NullMarked
package dev.tradesuite.benchmarks.rotation;

import org.jspecify.annotations.NullMarked;
