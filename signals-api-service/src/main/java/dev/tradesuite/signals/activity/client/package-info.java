/** What is asked of other services about what no event tells. */
@NullMarked
package dev.tradesuite.signals.activity.client;

import org.jspecify.annotations.NullMarked;
