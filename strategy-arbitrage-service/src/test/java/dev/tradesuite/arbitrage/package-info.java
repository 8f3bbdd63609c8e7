/** Tests of the service as a whole. */
@NullMarked
package dev.tradesuite.arbitrage;

import org.jspecify.annotations.NullMarked;
