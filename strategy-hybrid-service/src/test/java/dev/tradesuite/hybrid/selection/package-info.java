/** Tests of the rules. */
@NullMarked
package dev.tradesuite.hybrid.selection;

import org.jspecify.annotations.NullMarked;
