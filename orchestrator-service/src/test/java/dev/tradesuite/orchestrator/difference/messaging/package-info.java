/** Tests of the comparison of positions with the books. */
@NullMarked
package dev.tradesuite.orchestrator.difference.messaging;

import org.jspecify.annotations.NullMarked;
