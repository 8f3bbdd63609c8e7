/** How many requests a client may send; {@link dev.tradesuite.gateway.limit.RateLimiter} decides. */
@NullMarked
package dev.tradesuite.gateway.limit;

import org.jspecify.annotations.NullMarked;
