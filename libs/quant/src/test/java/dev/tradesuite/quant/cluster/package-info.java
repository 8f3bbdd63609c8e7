/** Tests of clustering by worked examples. */
@NullMarked
package dev.tradesuite.quant.cluster;

import org.jspecify.annotations.NullMarked;
