/** Tests of portfolio-service. */
@NullMarked
package dev.tradesuite.portfolio;

import org.jspecify.annotations.NullMarked;
