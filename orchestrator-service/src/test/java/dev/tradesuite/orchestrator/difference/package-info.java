/** Tests of the comparison of positions with the books. */
@NullMarked
package dev.tradesuite.orchestrator.difference;

import org.jspecify.annotations.NullMarked;
