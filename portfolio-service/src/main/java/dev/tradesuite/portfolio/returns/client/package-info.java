/** What the sources of strategies were worth, from the services that know. */
@NullMarked
package dev.tradesuite.portfolio.returns.client;

import org.jspecify.annotations.NullMarked;
