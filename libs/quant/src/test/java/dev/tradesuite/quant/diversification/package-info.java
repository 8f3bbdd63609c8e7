/** Worked examples of the figures of diversification. */
@NullMarked
package dev.tradesuite.quant.diversification;

import org.jspecify.annotations.NullMarked;
