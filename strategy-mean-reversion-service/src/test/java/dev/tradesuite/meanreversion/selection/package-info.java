/** Tests of the rules. */
@NullMarked
package dev.tradesuite.meanreversion.selection;

import org.jspecify.annotations.NullMarked;
