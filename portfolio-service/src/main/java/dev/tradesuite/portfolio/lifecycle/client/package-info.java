/** What the lifecycle asks of other services. */
@NullMarked
package dev.tradesuite.portfolio.lifecycle.client;

import org.jspecify.annotations.NullMarked;
