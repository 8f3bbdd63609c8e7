/** What following asks of the orchestrator and of the books. */
@NullMarked
package dev.tradesuite.portfolio.following.client;

import org.jspecify.annotations.NullMarked;
