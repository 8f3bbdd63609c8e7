/** Files made up for a test, and a recorded snapshot. */
@NullMarked
package dev.tradesuite.market.file;

import org.jspecify.annotations.NullMarked;
