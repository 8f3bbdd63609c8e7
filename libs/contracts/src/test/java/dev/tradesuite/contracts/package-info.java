/** Checks of the contracts against the pages and samples that show them. */
@NullMarked
package dev.tradesuite.contracts;

import org.jspecify.annotations.NullMarked;
