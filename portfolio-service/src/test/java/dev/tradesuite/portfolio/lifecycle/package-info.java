/** Tests of the lifecycle. */
@NullMarked
package dev.tradesuite.portfolio.lifecycle;

import org.jspecify.annotations.NullMarked;
