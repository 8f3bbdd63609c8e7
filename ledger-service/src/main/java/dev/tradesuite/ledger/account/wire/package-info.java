/** How accounts look to other programs, in answers and in events alike. */
@NullMarked
package dev.tradesuite.ledger.account.wire;

import org.jspecify.annotations.NullMarked;
