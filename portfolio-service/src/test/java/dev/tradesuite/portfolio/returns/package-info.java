/** Tests of returns. */
@NullMarked
package dev.tradesuite.portfolio.returns;

import org.jspecify.annotations.NullMarked;
