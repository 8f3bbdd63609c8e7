/** Holds the limit at the door: a request too many is answered 429 with the time to wait. */
@NullMarked
package dev.tradesuite.gateway.limit.web;

import org.jspecify.annotations.NullMarked;
