/** Tests of the header that makes requests repeatable. */
@NullMarked
package dev.tradesuite.support.idempotency.web;

import org.jspecify.annotations.NullMarked;
