/** How portfolios look to other programs, in answers, requests and events alike. */
@NullMarked
package dev.tradesuite.portfolio.prediction.wire;

import org.jspecify.annotations.NullMarked;
