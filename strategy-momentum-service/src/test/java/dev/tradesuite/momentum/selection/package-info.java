/** Tests of the rules. */
@NullMarked
package dev.tradesuite.momentum.selection;

import org.jspecify.annotations.NullMarked;
