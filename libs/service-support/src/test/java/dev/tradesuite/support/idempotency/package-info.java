/** Tests of the work that is done once. */
@NullMarked
package dev.tradesuite.support.idempotency;

import org.jspecify.annotations.NullMarked;
