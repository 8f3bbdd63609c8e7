/** Tests of the service as a whole. */
@NullMarked
package dev.tradesuite.momentum;

import org.jspecify.annotations.NullMarked;
