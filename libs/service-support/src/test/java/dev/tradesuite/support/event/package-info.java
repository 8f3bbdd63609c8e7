/** Tests of the outbox and the inbox. */
@NullMarked
package dev.tradesuite.support.event;

import org.jspecify.annotations.NullMarked;
