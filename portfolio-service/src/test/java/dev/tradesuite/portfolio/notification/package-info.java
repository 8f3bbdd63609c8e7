/** Tests of the outgoing webhook. */
@NullMarked
package dev.tradesuite.portfolio.notification;

import org.jspecify.annotations.NullMarked;
