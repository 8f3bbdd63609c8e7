/** What a rebalancing needs of others: prices, orders, approvals. */
@NullMarked
package dev.tradesuite.portfolio.rebalancing.client;

import org.jspecify.annotations.NullMarked;
