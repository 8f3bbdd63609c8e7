/** Tests of performance metrics. */
@NullMarked
package dev.tradesuite.quant.performance;

import org.jspecify.annotations.NullMarked;
