/** Tests of targets and of what accounts hold. */
@NullMarked
package dev.tradesuite.portfolio.allocation;

import org.jspecify.annotations.NullMarked;
