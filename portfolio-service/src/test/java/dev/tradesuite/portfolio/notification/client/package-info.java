/** Tests of the outgoing webhook. */
@NullMarked
package dev.tradesuite.portfolio.notification.client;

import org.jspecify.annotations.NullMarked;
