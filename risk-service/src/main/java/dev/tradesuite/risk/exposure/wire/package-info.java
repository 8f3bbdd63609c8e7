/** Reports of the books as records of the contracts. */
@NullMarked
package dev.tradesuite.risk.exposure.wire;

import org.jspecify.annotations.NullMarked;
