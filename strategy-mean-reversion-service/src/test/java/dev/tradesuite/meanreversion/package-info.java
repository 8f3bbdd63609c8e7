/** Tests of the service as a whole. */
@NullMarked
package dev.tradesuite.meanreversion;

import org.jspecify.annotations.NullMarked;
