/** Tests of what following asks of others. */
@NullMarked
package dev.tradesuite.portfolio.following.client;

import org.jspecify.annotations.NullMarked;
