/** Tests of the service as a whole. */
@NullMarked
package dev.tradesuite.hybrid;

import org.jspecify.annotations.NullMarked;
