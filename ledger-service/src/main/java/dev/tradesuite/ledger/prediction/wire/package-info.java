/** How portfolios look to other programs, in answers, requests and events alike. */
@NullMarked
package dev.tradesuite.ledger.prediction.wire;

import org.jspecify.annotations.NullMarked;
