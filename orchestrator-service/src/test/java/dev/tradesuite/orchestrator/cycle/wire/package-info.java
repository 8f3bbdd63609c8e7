/** Tests of what a cycle looks like from outside. */
@NullMarked
package dev.tradesuite.orchestrator.cycle.wire;

import org.jspecify.annotations.NullMarked;
