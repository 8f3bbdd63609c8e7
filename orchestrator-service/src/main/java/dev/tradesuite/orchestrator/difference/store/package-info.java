/** Table of positions that are apart. */
@NullMarked
package dev.tradesuite.orchestrator.difference.store;

import org.jspecify.annotations.NullMarked;
